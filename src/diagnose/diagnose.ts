import type { DiagnosedMessage, DiagnosedPack, Diagnosis, MessageOutcome } from '../model/diagnosis.ts';
import type { Pack } from '../model/pack.ts';
import { deepFreeze } from '../plain/deep-freeze.ts';
import type { Facts } from './facts.ts';
import type { FoundMessage, FoundVendorMessage, TextReading } from './found.ts';
import { namedAccess } from './named-access.ts';
import { type Aim, type AskedRequirement, aimsOf } from './points.ts';
import { ranked } from './rank.ts';
import { isUncovered, statesOf, suspectsOf } from './suspects.ts';
import { fitsOf } from './word-fit.ts';

export interface DiagnosisInput {
  readonly reading: TextReading;
  readonly packs: readonly Pack[];
  readonly asked: readonly AskedRequirement[];
  /** Null where nobody was looked at. */
  readonly facts: Facts | null;
  readonly tool: Diagnosis['tool'];
}

/** What a text says is wrong, what that may come from, and what of it is so. */
export function diagnose({ reading, packs, asked, facts, tool }: DiagnosisInput): Diagnosis {
  const messages = ranked([
    ...reading.found.map((message) => diagnosed(message, asked, facts)),
    ...reading.vendor.flatMap((message) => vendorMessage(message, packs)),
  ]);
  const isOnlyWords = reading.found.length === 0;
  const fits = isOnlyWords && facts !== null ? fitsOf(reading.prose, facts.subjects) : [];
  return deepFreeze({
    diagnosisVersion: 1,
    tool,
    source: facts?.source ?? null,
    packs: packs.map(({ id, version, title }): DiagnosedPack => ({ id, version, title })),
    subjects: facts?.subjects.map(({ access }) => access.subject) ?? [],
    text: { lines: reading.lines, unknownCodes: [...reading.unknownCodes].sort((a, b) => b.count - a.count) },
    recognised: messages.length > 0 ? 'messages' : fits.length > 0 ? 'words' : 'nothing',
    messages,
    fits,
  });
}

function diagnosed(
  message: FoundMessage,
  asked: readonly AskedRequirement[],
  facts: Facts | null,
): DiagnosedMessage {
  const { entry, count, lines, quote, objects, fields, flows, inside } = message;
  const aims = aimsOf(message, asked);
  const subjects = facts?.subjects ?? [];
  const suspects = suspectsOf(aims, subjects, asked);
  const named = namedAccess(aims, subjects, asked);
  return {
    ...{ id: entry.id, title: entry.title, stage: entry.stage },
    outcome: outcomeOf(aims, facts, statesOf(suspects, named), isUncovered(aims, asked)),
    ...{ count, lines, quote, objects, fields, flows, inside },
    ...{ meaning: entry.meaning, suspects, named },
    ...{ todo: entry.todo, otherwise: entry.otherwise, source: entry.source },
  };
}

/** Where nothing was looked at, or nothing settles it, nothing is ruled out. */
function outcomeOf(
  aims: readonly Aim[],
  facts: Facts | null,
  states: ReturnType<typeof statesOf>,
  uncovered: boolean,
): MessageOutcome {
  if (aims.length === 0) return 'elsewhere';
  if (facts === null) return 'not-read';
  if (states.has('explains')) return 'explained';
  return uncovered || states.has('open') || states.size === 0 ? 'open' : 'ruled-out';
}

function vendorMessage(
  { message, count, lines }: FoundVendorMessage,
  packs: readonly Pack[],
): readonly DiagnosedMessage[] {
  const pack = packs.find(({ id }) => id === message.pack);
  const page = pack?.sources[message.source];
  if (pack === undefined || page === undefined) return [];
  return [
    {
      ...{ id: `${pack.id}/${message.index + 1}`, title: message.message, stage: 'harmless' },
      ...{ outcome: 'harmless', count, lines, quote: message.message },
      ...{ objects: [], fields: [], flows: [], inside: [], meaning: message.meaning },
      ...{ suspects: [], named: [], todo: [], otherwise: [] },
      source: { title: page.title, url: page.url, trust: 'documented' },
    },
  ];
}
