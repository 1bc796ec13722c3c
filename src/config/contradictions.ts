import { posix } from 'node:path';
import { shownText } from '../plain/shown-text.ts';
import { nameKey } from '../salesforce/names.ts';
import type { Configuration, ConfiguredOrg, ConfiguredQuestion } from './configuration.ts';
import type { Document } from './document.ts';
import type { Fault } from './pack-references.ts';
import type { Path, Problem } from './problem.ts';
import { pathWords } from './schema-words.ts';

/** What fits the schema and still cannot be meant: two things that exclude each other, one thing said twice. */
export function contradictions(written: Configuration, document: Document): readonly Problem[] {
  const orgs = Object.entries(written.orgs ?? {});
  const faults = [
    ...questionFaults(written, []),
    ...orgs.flatMap(([name, org]) => [
      ...questionFaults(org, ['orgs', name]),
      ...signInFaults(org, ['orgs', name]),
    ]),
    ...sharedFiles(written),
  ];
  return [
    ...faults.map(({ path, message }) => ({ ...document.keyAt(path), message })),
    ...repeatedWaivers(written, document),
  ];
}

function questionFaults(
  { users, allApiOnly, fieldNames = {} }: ConfiguredQuestion,
  at: Path,
): readonly Fault[] {
  return [
    ...(users !== undefined && allApiOnly === true
      ? [
          fault(
            [...at, 'allApiOnly'],
            'users stands beside it, and names another set of users. Keep one of them',
          ),
        ]
      : []),
    ...repeatedNames(fieldNames, [...at, 'fieldNames']),
  ];
}

const fault = (path: Path, words: string): Fault => ({ path, message: `${pathWords(path)}: ${words}` });

/** Two names for one field: Salesforce names know no case, so these are one key given twice. */
function repeatedNames(fieldNames: Readonly<Record<string, string>>, at: Path): readonly Fault[] {
  const seen = new Set<string>();
  return Object.keys(fieldNames)
    .filter((name) => seen.size === seen.add(nameKey(name)).size)
    .map((name) => ({ path: [...at, name], message: `${pathWords(at)}: '${name}' is given twice` }));
}

/** Which org it is and how to sign in to it, said once. */
function signInFaults({ targetOrg, instanceUrl, signIn }: ConfiguredOrg, at: Path): readonly Fault[] {
  const isInUrl = signIn !== undefined && 'sfdxAuthUrl' in signIn;
  if (targetOrg !== undefined) {
    return (['signIn', 'instanceUrl'] as const)
      .filter((key) => (key === 'signIn' ? signIn : instanceUrl) !== undefined)
      .map((key) =>
        fault(
          [...at, key],
          'targetOrg stands beside it, and the Salesforce CLI is signed in already. Keep one of them',
        ),
      );
  }
  if (instanceUrl === undefined && !isInUrl) {
    return [
      fault(
        at,
        'it is not said which org this is. Give targetOrg (one the Salesforce CLI knows) or instanceUrl',
      ),
    ];
  }
  if (instanceUrl !== undefined && isInUrl) {
    return [fault([...at, 'instanceUrl'], 'an SFDX auth URL names its org by itself. Keep signIn alone')];
  }
  return [];
}

/** Formats that would write over each other. */
function sharedFiles({ outputs = {} }: Configuration): readonly Fault[] {
  const files = Object.entries(outputs).map(([format, file]) => [
    format,
    posix.normalize(file.replaceAll('\\', '/')),
  ]);
  return files.flatMap(([format = '', file], index) => {
    const first = files.findIndex(([, other]) => other === file);
    if (first === index) return [];
    return [
      fault(
        ['outputs', format],
        `${files[first]?.[0]} is written to the same file. Give each format its own`,
      ),
    ];
  });
}

/** Of two decisions about one failure nobody knows which one was meant. */
function repeatedWaivers({ waivers = [] }: Configuration, document: Document): readonly Problem[] {
  const firsts = new Map<string, number>();
  return waivers.flatMap(({ requirement, subject }, index) => {
    const id = JSON.stringify([requirement, nameKey(subject ?? '')]);
    const first = firsts.get(id);
    if (first === undefined) {
      firsts.set(id, index);
      return [];
    }
    const { line } = document.valueAt(['waivers', first]);
    const whom = subject === undefined ? 'everybody' : `'${shownText(subject)}'`;
    const message = `waivers[${index}]: '${shownText(requirement)}' is waived for ${whom} on line ${line} already. Keep one of them`;
    return [{ ...document.valueAt(['waivers', index]), message }];
  });
}
