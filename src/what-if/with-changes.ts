import type { Change } from '../model/change.ts';
import type { Settings } from '../model/pack.ts';
import type { Situation } from '../model/situation.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { withAssignmentChange } from './assignment-changes.ts';
import { withContainerChange } from './container-changes.ts';

/**
 * The situation after these changes, in their order. What is not known stays unknown: a change adds to it nothing but
 * what it says itself, and what it makes uncertain is unknown from then on. A change to something that is not there
 * changes nothing, and an entry that the place would not save, as far as it was read, is not granted: `refusals` says which.
 * What the org checks besides, as licences, is not checked here.
 */
export const withChanges = (situation: Situation, changes: readonly Change[]): Situation =>
  changes.reduce(withChange, situation);

function withChange(situation: Situation, change: Change): Situation {
  const { snapshot, settings } = situation;
  switch (change.kind) {
    case 'assign':
    case 'unassign':
    case 'expire':
    case 'renew':
    case 'add-set':
      return { ...situation, snapshot: withAssignmentChange(snapshot, change) };
    case 'grant':
    case 'revoke':
    case 'mute':
    case 'unmute':
      return { ...situation, snapshot: withContainerChange(snapshot, change) };
    case 'edition':
      return { ...situation, snapshot: withEdition(snapshot, change.edition) };
    case 'feature':
      return { ...situation, settings: withFeature(settings, change.feature, change.on) };
    case 'variant':
      return { ...situation, settings: { ...settings, variant: change.variant } };
  }
}

function withEdition(snapshot: Snapshot, edition: string): Snapshot {
  const { organization } = snapshot;
  if (organization.status === 'unavailable') return snapshot;
  return { ...snapshot, organization: { status: 'ok', value: { ...organization.value, edition } } };
}

const withFeature = (settings: Settings, feature: string, on: boolean): Settings => ({
  ...settings,
  features: { ...settings.features, [feature]: on },
});
