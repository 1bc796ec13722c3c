import { draftProblem } from '../../metadata/draft-problems.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Subject } from '../../model/subject.ts';
import { takenNames } from '../../remedy/index.ts';
import { sameName } from '../../salesforce/names.ts';
import { wrongUsage } from '../failure.ts';

/** What the new permission set is to be called. */
export interface WishedSet {
  readonly name: string;
  readonly label: string;
  readonly description: string;
}

const defaultName = 'Syncgate_Remedy';

/**
 * What a permission set is called that nobody has yet: to deploy one of a name that is there would take from it all
 * that the file does not have.
 */
export function wishedSet(
  { name, label }: { readonly name?: string | undefined; readonly label?: string | undefined },
  snapshot: Snapshot,
  subject: Subject,
): WishedSet {
  const chosen = name ?? freeName(takenNames(snapshot));
  const set = {
    name: chosen,
    label: label ?? chosen.replaceAll('_', ' '),
    description: descriptionFor(subject),
  };
  const wrong = draftProblem(set);
  if (wrong !== null) {
    const given = wrong.part === 'name' ? '--name' : '--label';
    throw wrongUsage(
      `${given} ${set[wrong.part]} is no ${wrong.part} for a permission set: ${wrong.problem}`,
    );
  }
  if (takenNames(snapshot).some((taken) => sameName(taken, chosen))) {
    throw wrongUsage(
      `--name ${chosen}: a permission set of that name is there already, and deploying another would replace it. Give another name`,
    );
  }
  return set;
}

function freeName(taken: readonly string[]): string {
  const isFree = (name: string): boolean => !taken.some((each) => sameName(each, name));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? defaultName : `${defaultName}_${number}`;
    if (isFree(name)) return name;
  }
}

const longest = 255;

function descriptionFor({ name }: Subject): string {
  const text = `What the vendor's sync needs and ${name} lacked, and nothing else. Planned by syncgate.`;
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
