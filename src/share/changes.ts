import type { Family, Form } from './families.ts';

/** What is said of the names in a document: each is noted, or exchanged for its stand-in. */
export interface Say {
  /** @param title of the same thing. */
  readonly name: (family: Family, form: Form, text: string, title?: string) => string;
  readonly id: (text: string) => string;
  /** A sentence, a query, a path, a line of a file: whatever names are in it. */
  readonly text: (text: string) => string;
  /** The name of an object or a field that may be Salesforce's or the vendor's. */
  readonly apiName: (family: 'object' | 'field' | 'permission', text: string, title?: string) => string;
  readonly fieldLabel: (label: string, field: string) => string;
  readonly profile: (form: Form, text: string, title?: string) => string;
  /** A flow of that package, by its label or name. */
  readonly flow: (
    form: Form,
    text: string,
    of: { readonly namespace: string | null; readonly label: string },
  ) => string;
  readonly namespace: (text: string) => string;
  /** Whether arrays whose order means nothing take that of their stand-ins, which tells nothing. */
  readonly sorts: boolean;
}

/** What becomes of a value: the same value with its names said. `owner` is the object whose property it is. */
export interface Change<T, Owner = unknown> {
  (value: T, say: Say, owner: Owner): T;
  /** Of an object: that of each property. */
  readonly properties?: Readonly<Record<string, Change<never, never>>>;
}

type Changes<T> = {
  readonly [K in keyof T]-?: Change<Exclude<T[K], undefined>, T>;
};

/** A number, a flag, a time, or one of few words of syncgate's own. */
export const stays = <T extends number | boolean | string | null>(value: T): T => value;

/** A word of Salesforce's that decides: a type, a status, an edition, a licence. No customer chooses it. */
export const salesforces = <T extends string | null>(value: T): T => value;

/** An object, each of its properties by its own change: a property of the type that is not here does not compile. */
export function object<T extends object>(properties: Changes<T>): Change<T> {
  const change = (value: T, say: Say): T =>
    Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const own = Object.hasOwn(properties, key) ? properties[key as keyof T] : undefined;
        if (own === undefined) throw new Error(`Nobody has said what ${key} is`);
        return [key, inner === undefined ? inner : own(inner as never, say, value)];
      }),
    ) as T;
  return Object.assign(change, { properties: properties as never });
}

/** @param key sorts by what the items are called where their order means nothing. */
export const list =
  <T, Owner = unknown>(change: Change<T, Owner>, key?: (item: T) => string): Change<readonly T[], Owner> =>
  (items, say, owner) => {
    const changed = items.map((item) => change(item, say, owner));
    if (key === undefined || !say.sorts) return changed;
    return changed.toSorted((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
  };

export const nullable =
  <T, Owner = unknown>(change: Change<T, Owner>): Change<T | null, Owner> =>
  (value, say, owner) =>
    value === null ? null : change(value, say, owner);

/** A record: its keys by one change, its values by another. */
export const record =
  <T>(key: Change<string>, change: Change<T>): Change<Readonly<Record<string, T>>> =>
  (value, say, owner) =>
    Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name === '' ? name : key(name, say, owner),
        change(inner, say, owner),
      ]),
    );

export const text: Change<string> = (value, say) => say.text(value);
export const id: Change<string> = (value, say) => say.id(value);
