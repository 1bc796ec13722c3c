import type { Container } from '../../../model/container.ts';
import type { Part } from '../../../model/part.ts';
import { containerKinds } from '../../../salesforce/labels.ts';
import { isStandardProfile, profileTitle } from '../../../salesforce/standard-profiles.ts';
import { ok, unavailable } from '../../parts.ts';
import { additionsOf } from './additions.ts';
import { completenessOf } from './completeness.ts';
import type { DefinedContainer } from './definitions.ts';
import { entriesOf } from './entries.ts';
import { unreadableFile } from './gaps.ts';
import { mergeRights } from './merge-rights.ts';

export interface ContainerContext {
  readonly apiVersion: number | null;
  readonly namespace: string | null;
  readonly neededObjects: readonly string[];
  readonly flowId: (name: string) => string;
  /** Of a muting set: the group it belongs to, where one alone names it. */
  readonly groupOf: (id: string) => string | null;
}

export function containerOf(defined: DefinedContainer, context: ContainerContext): Container {
  const { id, kind, apiName, definitions } = defined;
  const all = definitions.flatMap(({ readings }) => readings);
  const mains = definitions.flatMap(({ main }) => main ?? []);
  const title = titleOf(defined);
  const [first] = definitions;
  const file = first.main?.at ?? all[0]?.at ?? { file: first.files[0] ?? '', line: 1, column: 1 };
  const isCustom = mains.find((main) => main.isCustom !== null)?.isCustom;
  const additions = additionsOf(first, context.neededObjects);
  return {
    ...{ id, kind, title, apiName },
    isCustom:
      kind === 'profile'
        ? (isCustom ?? !isStandardProfile(apiName))
        : !isNamespaced(apiName, context.namespace),
    sessionBased: all.some(({ sessionBased }) => sessionBased),
    groupId: kind === 'muting' ? context.groupOf(id) : null,
    license: all.find(({ license }) => license !== null)?.license ?? null,
    ...partsOf(defined, context),
    at: file,
    ...(additions && { additions }),
  };
}

type Parts = Pick<
  Container,
  'completeness' | 'systemPermissions' | 'objects' | 'fields' | 'flows' | 'denials'
>;

/** Where one of its files could not be read, nothing of it is known: that file might refuse what another grants. */
function partsOf(defined: DefinedContainer, { apiVersion, flowId }: ContainerContext): Parts {
  const { kind, definitions } = defined;
  const what = nameOf(defined);
  const [broken] = definitions.flatMap((definition) => definition.broken);
  if (broken !== undefined) {
    const reason = unreadableFile(what, broken);
    const part = unavailable(reason);
    return {
      completeness: { kind: 'partial', reason },
      ...{ systemPermissions: part, objects: part, fields: part, flows: part },
    };
  }
  const { grants, denials, disputed } = mergeRights(
    kind,
    definitions.map(({ rights }) => rights),
  );
  const doubts = definitions.flatMap((definition) => definition.doubts);
  const granted = entriesOf(grants, flowId);
  return {
    completeness: completenessOf({ defined, what, apiVersion, disputed, doubts }),
    systemPermissions: known(granted.systemPermissions),
    objects: known(granted.objects),
    fields: known(granted.fields),
    flows: known(granted.flows),
    denials: entriesOf(denials, flowId),
  };
}

const known = <T>(entries: readonly T[]): Part<readonly T[]> => ok(entries);

/** What messages call a container: `permission set 'Sync'`. */
export const nameOf = (defined: DefinedContainer): string =>
  `${containerKinds[defined.kind]} '${titleOf(defined)}'`;

/** A profile's name as people see it; the label of a set; the API name where there is none. */
function titleOf({ kind, apiName, definitions }: DefinedContainer): string {
  if (kind === 'profile') return profileTitle(apiName);
  return definitions.flatMap(({ main }) => main?.label ?? [])[0] ?? apiName;
}

/** `sfdcInternalInt__Sync` comes from a package; the project's own namespace does not make it another's. */
function isNamespaced(apiName: string, namespace: string | null): boolean {
  const prefix = /^([a-z][a-z0-9]*(?:_[a-z0-9]+)*)__./i.exec(apiName)?.[1];
  return prefix !== undefined && prefix.toLowerCase() !== namespace?.toLowerCase();
}
