import { decideAll } from '../../access/decide-access.ts';
import { expandNeeds } from '../../access/expand-needs.ts';
import {
  type AskedRequirement,
  diagnose,
  type Facts,
  namedNeeds,
  readText,
  type TextReading,
  type VendorMessage,
} from '../../diagnose/index.ts';
import { askedRequirements, describeAccess, mergeNeeds } from '../../engine/index.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import type { LoadedPack } from '../../model/pack.ts';
import { rules } from '../../rules/registry.ts';
import { namesWayIn } from '../choices/chosen-org.ts';
import type { Choices } from '../choices/read-choices.ts';
import { wrongUsage } from '../failure.ts';
import { missingFor } from '../missing.ts';
import { type PlaceArguments, readPlace } from '../place.ts';
import { answer, questionNeeds } from '../question.ts';
import { tool } from '../version.ts';
import type { World } from '../world.ts';
import { piecesOfText, type TextArguments } from './pieces-of-text.ts';

type DiagnosisArguments = PlaceArguments & TextArguments;

/** Reads the text, then whatever place is named, and holds the one against the other. */
export async function diagnosisOf(
  args: DiagnosisArguments,
  choices: Choices,
  world: World,
): Promise<Diagnosis> {
  const { packs, settings } = choices.question;
  const asked = askedRequirements(packs, settings, rules);
  const reader = readText(packs.flatMap(vendorMessagesOf));
  for await (const piece of piecesOfText(args, world)) reader.push(piece);
  const reading = reader.end();
  if (reading.prose.trim() === '') {
    throw wrongUsage('the text is empty. Give an error, a log with --log FILE, or pipe one in');
  }
  const facts = namesPlace(args, choices) ? await factsOf(reading, asked, args, choices, world) : null;
  return diagnose({ reading, packs: packs.map(({ pack }) => pack), asked, facts, tool });
}

const vendorMessagesOf = ({ pack }: LoadedPack): readonly VendorMessage[] =>
  (pack.knownMessages ?? []).map((message, index) => ({ ...message, pack: pack.id, index }));

/** What a text means can be told without looking at anybody; who is named has to be somewhere. */
function namesPlace(args: DiagnosisArguments, { name, org }: Choices): boolean {
  const { snapshot, sourceDir, user, allApiOnly } = args;
  const namesOrg =
    namesWayIn(args) || name !== undefined || ('targetOrg' in org && org.targetOrg !== undefined);
  if (snapshot !== undefined || sourceDir !== undefined || namesOrg) return true;
  if ((user ?? []).length > 0 || allApiOnly) {
    throw wrongUsage(
      'a user is named, and no org. Give --target-org, --instance-url or --snapshot, or leave the user out',
    );
  }
  return false;
}

/** A live org is asked for what the text names too; a snapshot has what it has. */
async function factsOf(
  reading: TextReading,
  asked: readonly AskedRequirement[],
  args: DiagnosisArguments,
  choices: Choices,
  world: World,
): Promise<Facts> {
  const { question } = choices;
  const needs = expandNeeds(mergeNeeds([questionNeeds(question), namedNeeds(reading, asked)]));
  const wanted = { needs, missing: missingFor(question) };
  const { snapshot, snapshotFile } = await readPlace(args, choices, wanted, world);
  const accesses = decideAll(snapshot);
  const results = answer(question, accesses);
  return {
    source: {
      collected: snapshot.source,
      collectedAt: snapshot.collectedAt,
      cost: snapshot.cost,
      snapshot: snapshotFile,
    },
    subjects: accesses.map((access) => ({
      access,
      results: results.filter(({ subject }) => subject.id === access.subject.id),
      rows: describeAccess(access),
    })),
  };
}
