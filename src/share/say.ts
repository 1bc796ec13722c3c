import { nameKey } from '../salesforce/names.ts';
import type { Say } from './changes.ts';
import {
  isStandardName,
  isStandardProfileName,
  labelStays,
  nameStays,
  namespaceOf,
  type Stays,
} from './what-stays.ts';

/** What is done to a name that does not stay. */
export type Doing = Pick<Say, 'name' | 'id' | 'text' | 'sorts'> & {
  /** A name that is made of others, and what it is made to. */
  readonly derived: (standIn: string, original: string) => void;
};

/** Says names: those that stay as they are, all others as `doing` does. */
export function sayWith(doing: Doing, stays: Stays): Say {
  const name: Say['name'] = (family, form, text, title) =>
    text === '' ? '' : doing.name(family, form, text, title);
  const namespace: Say['namespace'] = (text) =>
    isVendors(text, stays) ? text : name('package', 'name', text);
  const profile: Say['profile'] = (form, text, title) =>
    isStandardProfileName(text) ? text : name('profile', form, text, title);
  const say: Say = {
    sorts: doing.sorts,
    text: doing.text,
    name(family, form, text, title) {
      const said = name(family, form, text, title);
      if (family === 'org' && form === 'name') doing.derived(hostOf(said), hostOf(text));
      return said;
    },
    id: (text) => idOf(text, say, doing),
    apiName: (family, text, title) =>
      (family === 'permission' ? isPermission(text, stays) : nameStays(text, stays))
        ? text
        : name(family, 'name', text, title),
    fieldLabel: (label, field) => (labelStays(label, field, stays) ? label : name('field', 'title', label)),
    profile,
    namespace,
    flow(form, text, of) {
      if (isVendors(of.namespace ?? namespaceOf(`${text}__c`), stays)) return text;
      const said = name('flow', form, text, form === 'name' ? of.label : undefined);
      // Reports call it by both, without a sign between that would part them.
      if (form === 'name' && of.namespace !== null)
        doing.derived(`${namespace(of.namespace)}__${said}`, `${of.namespace}__${text}`);
      return said;
    },
  };
  return say;
}

const isVendors = (namespace: string | null, { vendor }: Stays): boolean =>
  namespace !== null && vendor.has(nameKey(namespace));

const isPermission = (name: string, { asked }: Stays): boolean =>
  isStandardName(name) || asked.has(nameKey(name));

const hostOf = (url: string): string => url.replace(/^\w+:\/\//u, '').replace(/\/.*$/u, '');

/** In files an Id is made of what it is of and its name; that of an assignment, of two such. */
function idOf(text: string, say: Say, doing: Doing): string {
  const [, persona, held] = /^(persona:.+) ((?:profile|permission-set|group|muting):.+)$/su.exec(text) ?? [];
  if (persona !== undefined && held !== undefined) return `${say.id(persona)} ${say.id(held)}`;
  const [, kind, name] = /^(profile|permission-set|group|muting|persona|flow):(.+)$/su.exec(text) ?? [];
  if (kind === undefined || name === undefined) return text === '' ? '' : doing.id(text);
  if (kind === 'profile') return `${kind}:${say.profile('name', name)}`;
  if (kind === 'flow') return `${kind}:${say.flow('name', name, { namespace: null, label: name })}`;
  return `${kind}:${say.name(kind as 'group', 'name', name)}`;
}
