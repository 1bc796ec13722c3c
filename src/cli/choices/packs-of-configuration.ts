import type { LoadedConfiguration } from '../../config/configuration.ts';
import { defaultPack } from '../packs.ts';
import { fileLayer, orgLayer } from './file-layers.ts';

/** Every pack that a configuration holds some org against, by id or by path from where the user stands. */
export function packsOfConfiguration(loaded: LoadedConfiguration): readonly string[] {
  const found = known.get(loaded) ?? packsOfAll(loaded);
  known.set(loaded, found);
  return found;
}

/** It is asked for each org, and goes through all of them. */
const known = new WeakMap<LoadedConfiguration, readonly string[]>();

function packsOfAll(loaded: LoadedConfiguration): readonly string[] {
  const shared = fileLayer(loaded).values.packs ?? [defaultPack];
  const orgs = Object.keys(loaded.configuration.orgs ?? {}).flatMap((name) => orgLayer(loaded, name));
  return [...new Set([...shared, ...orgs.flatMap(({ values }) => values.packs ?? [])])];
}
