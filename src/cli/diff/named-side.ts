import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LoadedConfiguration } from '../../config/configuration.ts';
import { eitherOf } from '../../plain/lists.ts';
import { didYouMean } from '../../plain/nearest.ts';
import { shownText } from '../../plain/shown-text.ts';
import { wrongUsage } from '../failure.ts';
import type { World } from '../world.ts';

/** One of the two, as the user names it. */
export interface NamedSide {
  readonly kind: SideKind;
  /** What stands after the colon: a path, an org, a revision, a persona. */
  readonly name: string;
  /** As it was typed. */
  readonly named: string;
}

export type SideKind = (typeof sideKinds)[number];

/** What can stand before the colon; a name without any is a file's. */
export const sideKinds = ['file', 'org', 'rev', 'dir', 'persona'] as const;

/**
 * Reads `FILE`, `file:FILE`, `org:NAME`, `rev:REVISION`, `dir:FOLDER` or `persona:NAME`.
 *
 * @throws Refusal (2) where it could be two of them, or is none.
 */
export function namedSide(named: string, loaded: LoadedConfiguration | undefined, world: World): NamedSide {
  const [, prefix = '', name = ''] = /^([a-z]+):(.*)$/su.exec(named) ?? [];
  const kind = sideKinds.find((each) => each === prefix);
  if (kind !== undefined) {
    if (name === '') throw wrongUsage(`${named} names nothing. Write what you mean after the colon`);
    return { kind, name, named };
  }
  const path = resolve(world.cwd, named);
  const isThere = named !== '' && existsSync(path);
  const others = alsoCalled(named, loaded);
  if (isThere && others.length > 0) {
    throw wrongUsage(
      `${named} can be ${eitherOf([`file:${named}`, ...others])}. Write which of them you mean`,
    );
  }
  if (isThere && statSync(path).isDirectory()) {
    throw wrongUsage(`${named} is a folder. Write dir:${named} for the metadata files in it`);
  }
  if (!isThere && !looksLikePath(named)) throw wrongUsage(noSuchFile(named, prefix, others));
  return { kind: 'file', name: named, named };
}

/** What else in the configuration goes by this name. */
function alsoCalled(name: string, loaded: LoadedConfiguration | undefined): readonly string[] {
  const { orgs = {}, personas = {} } = loaded?.configuration ?? {};
  return [
    ...(Object.hasOwn(orgs, name) ? [`org:${name}`] : []),
    ...(Object.hasOwn(personas, name) ? [`persona:${name}`] : []),
  ];
}

/** It was meant for a file, so that its absence is told as that of a file. */
const looksLikePath = (name: string): boolean => /[/\\]|\.json$/iu.test(name);

function noSuchFile(named: string, prefix: string, others: readonly string[]): string {
  const shown = shownText(named);
  if (prefix !== '') {
    return `${shown}: there is no ${prefix}: to compare${didYouMean(prefix, sideKinds)}; there is ${eitherOf(sideKinds.map((kind) => `${kind}:`))}`;
  }
  const meant =
    others.length > 0 ? others : [`org:${shown}`, `rev:${shown}`, `dir:${shown}`, `persona:${shown}`];
  return `there is no file ${shown}. Write ${eitherOf(meant)} for an org, a git revision, a folder or a persona`;
}
