import { didYouMean } from '../plain/nearest.ts';

/**
 * The complaint of yargs in our words: it names an unknown option twice, as it was written and in camel case, and
 * says nothing of what is near.
 * @param known The names that there are: of commands, or of options with their dashes.
 */
export function unknownArguments(complaint: string, known: readonly string[]): string {
  const [, names] = /^Unknown (?:argument|command)s?: (.+)$/su.exec(complaint) ?? [];
  if (names === undefined) return complaint;
  const given = names.split(', ');
  const written = given.filter(
    (name) => !given.some((other) => other !== name && inCamelCase(other) === name),
  );
  const [first = ''] = written;
  const near = didYouMean(first, known) || didYouMean(`--${first}`, known);
  return `Unknown argument${written.length > 1 ? 's' : ''}: ${written.join(', ')}${near}`;
}

const inCamelCase = (name: string): string =>
  name.replace(/-+(.)/gu, (_, letter: string) => letter.toUpperCase());
