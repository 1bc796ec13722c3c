import type { Snapshot } from '../model/snapshot.ts';
import type { Choices } from './configuration.ts';
import { missingFor } from './missing.ts';
import { questionNeeds } from './question.ts';
import type { World } from './world.ts';

/** Reads from the org that was chosen what the chosen packs need of the chosen users. */
export async function readLive(
  { instanceUrl, apiVersion }: { readonly instanceUrl?: string; readonly apiVersion?: string },
  { targetOrg, users, question }: Choices,
  world: World,
): Promise<Snapshot> {
  const { readLiveOrg } = await import('./live-org.ts');
  const org = { targetOrg, instanceUrl };
  const needs = questionNeeds(question);
  return readLiveOrg({ org, apiVersion, users, needs, missing: missingFor(question) }, world);
}
