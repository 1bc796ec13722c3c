import type { Change } from '../../../src/model/change.ts';
import type { Entries, ObjectRight } from '../../../src/model/container.ts';
import type { PageDocument } from '../../../src/model/page.ts';
import type { Result } from '../../../src/model/report.ts';
import type { Situation } from '../../../src/model/situation.ts';
import { labelledPermissions, permissionLabel } from '../../../src/salesforce/labels.ts';
import { judge } from '../../../src/what-if/judge.ts';
import { withChanges } from '../../../src/what-if/with-changes.ts';

export const situationOf = ({ packs, settings, sides: [{ snapshot }] }: PageDocument): Situation => ({
  snapshot,
  packs,
  settings,
});

export const subjectOf = ({ sides: [{ snapshot }] }: PageDocument): string =>
  snapshot.subjects[0]?.subject.id ?? '';

/** The results of the changes, judged outside of the page. */
export const resultsAfter = (document: PageDocument, changes: readonly Change[]): readonly Result[] =>
  judge(withChanges(situationOf(document), changes)).results;

/** `Title: before → after` of every requirement whose verdict turns. */
export function turns(document: PageDocument, changes: readonly Change[]): readonly string[] {
  const after = new Map(
    resultsAfter(document, changes).map((result) => [result.requirement, result.verdict]),
  );
  return document.sides[0].report.results
    .filter(({ requirement, verdict }) => after.get(requirement) !== verdict)
    .map(
      ({ requirement, title, verdict }) =>
        `${title}: ${words(verdict)} → ${words(after.get(requirement) ?? '')}`,
    )
    .toSorted();
}

const words = (verdict: string): string => verdict.replace('-', ' ');

/** The assignment of the container with this title. */
export function assignmentOf({ sides: [{ snapshot }] }: PageDocument, title: string): string {
  const container = snapshot.containers.find((each) => each.title === title);
  const assignments = snapshot.subjects.flatMap(({ assignments }) =>
    assignments.status === 'ok' ? assignments.value : [],
  );
  return assignments.find(({ containerId }) => containerId === container?.id)?.id ?? '';
}

export const nothing: Entries = { systemPermissions: [], objects: [], fields: [], flows: [] };

const rights: Readonly<Record<string, ObjectRight>> = {
  ...{ Read: 'read', Create: 'create', Edit: 'edit', Delete: 'delete' },
  ...{ 'View All': 'viewAllRecords', 'Modify All': 'modifyAllRecords', 'View All Fields': 'viewAllFields' },
};

/** What somebody ticks who ticks this. */
export function entriesNamed(title: string, { sides: [{ snapshot }] }: PageDocument): Entries {
  const [, about = '', right = ''] = /^(.*): (.*)$/.exec(title) ?? [];
  if (about === '') {
    const permission = labelledPermissions.find((name) => permissionLabel(name) === title) ?? title;
    return { ...nothing, systemPermissions: [{ permission }] };
  }
  if (about.startsWith('Flow ')) {
    const flows = snapshot.flows.status === 'ok' ? snapshot.flows.value : [];
    const flow = flows.find(({ name }) => `Flow ${name}` === about);
    return { ...nothing, flows: [{ flowId: flow?.id ?? '' }] };
  }
  const [object = '', field] = about.split('.');
  if (field === undefined) return { ...nothing, objects: [{ object, rights: [rights[right] ?? 'read'] }] };
  return { ...nothing, fields: [{ object, field, read: right === 'Read', edit: right === 'Edit' }] };
}

/** A new set with the first of these ticked in it, and the others ticked in it after that. */
export function newSetWith(
  [first = '', ...others]: readonly string[],
  document: PageDocument,
): readonly Change[] {
  const identity = { name: 'Sync_Additions', label: 'Sync additions', description: '' };
  const set = { ...identity, entries: entriesNamed(first, document) };
  return [
    { kind: 'add-set', subjectId: subjectOf(document), set },
    ...others.map(
      (title): Change => ({
        kind: 'grant',
        containerId: 'permission-set:Sync_Additions',
        entries: entriesNamed(title, document),
      }),
    ),
  ];
}
