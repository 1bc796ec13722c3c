import type { LoadedConfiguration } from '../../config/configuration.ts';
import { defaultPack } from '../packs.ts';
import { argumentLayer } from './argument-layer.ts';
import type { ChoiceArguments } from './choice-arguments.ts';
import { fileLayer, orgLayer } from './file-layers.ts';
import type { Layer } from './layer.ts';

/** The layers for one org, those that win first: arguments, what stands with the org, what stands in the file. */
export const layersOf = (
  args: ChoiceArguments,
  loaded: LoadedConfiguration | undefined,
  org: string | undefined,
): readonly Layer[] =>
  withoutDenied([
    argumentLayer(args),
    ...(loaded === undefined || org === undefined ? [] : orgLayer(loaded, org)),
    ...(loaded === undefined ? [] : [fileLayer(loaded)]),
    defaults,
  ]);

/** Whoever says `allApiOnly: false` takes it back from the layers after it. */
function withoutDenied(layers: readonly Layer[]): readonly Layer[] {
  const denied = layers.findIndex(({ notAllApiOnly }) => notAllApiOnly === true);
  return layers.map((layer, index) => {
    if (denied < 0 || index <= denied || layer.values.users !== 'all-api-only') return layer;
    const { users: _, ...values } = layer.values;
    return { ...layer, values };
  });
}

const defaults: Layer = {
  values: {
    packs: [defaultPack],
    failOn: 'error',
    allowInconclusive: false,
    failOnNew: false,
    concurrency: 4,
  },
  from: () => ({ kind: 'default' }),
};
