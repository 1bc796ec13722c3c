import { useId } from 'preact/hooks';
import { isOn } from '../../engine/conditions.ts';
import { gapSentence } from '../../engine/wording/gaps.ts';
import type { SettingChange } from '../../model/change.ts';
import type { Situation } from '../../model/situation.ts';
import { shownText } from '../../plain/shown-text.ts';
import { knownEditions } from '../../salesforce/editions.ts';
import { Names } from '../parts/names.tsx';
import { withSetting } from './change-list.ts';
import type { Trying } from './trying.ts';
import { focusHome } from './use-focus-home.ts';

/** The edition of the org, and what the user chose of the packs. */
export function SettingControls({ before, tried, changes, setChanges }: Trying) {
  const title = useId();
  const choose = (chosen: SettingChange, asRead: SettingChange) =>
    setChanges(withSetting(changes, chosen, asRead));
  const both = { was: before.situation, is: tried.situation, choose };
  return (
    <section aria-labelledby={title}>
      <h3 id={title} {...focusHome}>
        Org and sync
      </h3>
      <EditionChoice {...both} />
      <VariantChoice {...both} />
      <FeatureChoice {...both} />
    </section>
  );
}

interface ChoiceProps {
  readonly was: Situation;
  readonly is: Situation;
  readonly choose: (chosen: SettingChange, asRead: SettingChange) => void;
}

function EditionChoice({ was, is, choose }: ChoiceProps) {
  const field = useId();
  const [read, now] = [was.snapshot.organization, is.snapshot.organization];
  if (read.status === 'unavailable') return <p>{gapSentence('The edition', read.reason)}</p>;
  const editionOf = (edition: string): SettingChange => ({ kind: 'edition', edition });
  const { edition } = read.value;
  return (
    <p class="what-if-line">
      <label for={field}>Edition</label>
      <select
        id={field}
        value={now.status === 'ok' ? now.value.edition : edition}
        onChange={({ currentTarget }) => choose(editionOf(currentTarget.value), editionOf(edition))}
      >
        {[...new Set([edition, ...knownEditions])].map((each) => (
          <option key={each} value={each}>
            {shownText(each)}
          </option>
        ))}
      </select>
    </p>
  );
}

const noVariant = '';

function VariantChoice({ was, is, choose }: ChoiceProps) {
  const field = useId();
  const variants = was.packs.flatMap(({ pack }) => Object.entries(pack.variants ?? {}));
  if (variants.length === 0) return null;
  const variantOf = (variant: string | null): SettingChange => ({ kind: 'variant', variant });
  return (
    <p class="what-if-line">
      <label for={field}>Variant</label>
      <select
        id={field}
        value={is.settings.variant ?? noVariant}
        onChange={({ currentTarget: { value } }) =>
          choose(variantOf(value === noVariant ? null : value), variantOf(was.settings.variant))
        }
      >
        <option value={noVariant}>none</option>
        {[...new Map(variants)].map(([id, { title }]) => (
          <option key={id} value={id}>
            {shownText(title)}
          </option>
        ))}
      </select>
    </p>
  );
}

function FeatureChoice({ was, is, choose }: ChoiceProps) {
  const features = was.packs.flatMap(({ pack }) =>
    Object.entries(pack.features ?? {}).map(([id, { title }]) => [id, { pack, title }] as const),
  );
  if (features.length === 0) return null;
  const featureOf = (feature: string, on: boolean): SettingChange => ({ kind: 'feature', feature, on });
  return (
    <fieldset class="what-if-ticks">
      <legend>Features of the sync that are in use</legend>
      <ul>
        {[...new Map(features)].map(([id, { pack, title }]) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={isOn(pack, is.settings, id)}
                onChange={({ currentTarget }) =>
                  choose(featureOf(id, currentTarget.checked), featureOf(id, isOn(pack, was.settings, id)))
                }
              />{' '}
              <Names text={title} />
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
