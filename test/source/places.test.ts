import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Container, Entries } from '../../src/model/container.ts';
import type { Location } from '../../src/model/part.ts';
import { runs } from '../runs.ts';
import { type Layout, randomLayout } from './layout.ts';
import { namedOrg } from './named-org.ts';
import { decodersOf } from './read-plainly.ts';
import { readWritten } from './read-written.ts';
import { flagOfRight } from './statements.ts';
import { type Files, writeOrg } from './write-org.ts';

/** Comments or not, but text as it stands, so that a name can be looked for. */
const legible: fc.Arbitrary<Layout> = randomLayout().map((layout) => ({
  ...layout,
  xml: { ...layout.xml, text: 'plain' },
}));

test('every entry of a reading points to the element that says so, in the entry that it is about', async () => {
  await fc.assert(
    fc.asyncProperty(namedOrg, legible, async (org, layout) => {
      const files = writeOrg(org, layout);
      const { snapshot } = await readWritten(org, layout, files);
      const misplaced = snapshot.containers.flatMap((container) =>
        sayings(container).flatMap((said) => faultsOf(said, files, layout)),
      );
      expect(misplaced).toEqual([]);
    }),
    runs(24),
  );
});

/** One thing a container says, and where it is said to say it. */
interface Saying {
  readonly subject: string;
  readonly flag: string;
  readonly yes: boolean;
  readonly at: Location | undefined;
}

function sayings({ denials, ...container }: Container): readonly Saying[] {
  const { systemPermissions, objects, fields, flows } = container;
  if ([systemPermissions, objects, fields, flows].some(({ status }) => status !== 'ok')) return [];
  const value = <T>(part: { status: 'ok'; value: readonly T[] } | { status: 'unavailable' }) =>
    part.status === 'ok' ? part.value : [];
  const granted = {
    systemPermissions: value(systemPermissions),
    objects: value(objects),
    fields: value(fields),
    flows: value(flows),
  };
  return [...sayingsOf(granted, true), ...(denials ? sayingsOf(denials, false) : [])];
}

const sayingsOf = (entries: Entries, yes: boolean): readonly Saying[] => [
  ...entries.systemPermissions.map(({ permission, at }) => ({
    subject: permission,
    flag: 'enabled',
    yes,
    at,
  })),
  ...entries.objects.flatMap(({ object, rights, at }) =>
    rights.map((right) => ({ subject: object, flag: flagOfRight[right], yes, at })),
  ),
  ...entries.fields.map(({ object, field, edit, at }) => ({
    ...{ subject: `${object}.${field}`, flag: edit ? 'editable' : 'readable', yes, at },
  })),
  ...entries.flows.map(({ flowId, at }) => ({
    ...{ subject: flowId.replace('flow:', ''), flag: 'enabled', yes, at },
  })),
];

function faultsOf(said: Saying, files: Files, layout: Layout): readonly string[] {
  const { subject, flag, yes, at } = said;
  const fault = (what: string) => [`${what}: ${JSON.stringify(said)}`];
  const bytes = at && files.get(at.file);
  if (at === undefined || bytes === undefined) return fault('no such file');
  const text = new TextDecoder(decodersOf[layout.xml.encoding]).decode(bytes);
  const start = offsetOf(text, at);
  if (!text.startsWith(at.snippet ?? '', start)) return fault('not what stands there');
  const element = /^<(?:md:)?(\w+)[^>]*>([^<]*)/.exec(text.slice(start));
  const entry = entryAround(withoutRemarks(text), start);
  const names = [subject, subject.replace(/Id$/, '')].map((name) => `>${name.toLowerCase()}<`);
  if (!names.some((name) => entry.toLowerCase().includes(name))) return fault(`in another entry, ${entry}`);
  if (element?.[1] === flag)
    return /^(true|1)$/.test(element[2] ?? '') === yes ? [] : fault('says the opposite');
  return !yes && new RegExp(entryStart, 'i').test(element?.[0] ?? '') ? [] : fault('another element');
}

function offsetOf(text: string, { line, column }: Location): number {
  const lines = text.split(/(?<=\n)/);
  return lines.slice(0, line - 1).join('').length + column - 1;
}

/** With spaces in place of comments and processing instructions. */
const withoutRemarks = (text: string): string =>
  text.replace(/<!--.*?-->|<\?.*?\?>/gs, (remark) => ' '.repeat(remark.length));

const entryStart =
  '<(?:md:)?(?:userPermissions?|objectPermissions?|fieldPermissions?|flowAccess(?:es)?)(?: [^>]*)?>';

/** The entry that the offset is in, or that begins there. */
function entryAround(text: string, offset: number): string {
  const starts = [...text.matchAll(new RegExp(entryStart, 'gi'))].map(({ index }) => index);
  const start = starts.findLast((each) => each <= offset) ?? 0;
  const end = starts.find((each) => each > offset) ?? text.length;
  return text.slice(start, end);
}
