type Attributes = Readonly<Record<string, string>>;

/** Which namespace prefixes are bound where a document is being read. Source: Namespaces in XML 1.0. */
export interface Prefixes {
  /** Takes in a start tag; what is wrong with its names, if anything. */
  readonly open: (name: string, attributes: Attributes) => string | undefined;
  /** Forgets what that tag bound. */
  readonly close: (attributes: Attributes) => void;
}

const binding = 'xmlns:';

export function prefixes(): Prefixes {
  const bound = new Map([
    ['xml', 1],
    ['xmlns', 1],
  ]);
  /** The prefixes that open tags bind, by the tags' attributes. */
  const binders = new Map<Attributes, readonly string[]>();
  const count = (names: readonly string[], change: 1 | -1) => {
    for (const name of names) bound.set(name, (bound.get(name) ?? 0) + change);
  };
  const problemOf = (name: string): string | undefined => {
    if (!name.includes(':')) return undefined;
    const [prefix = '', ...local] = name.split(':');
    if (local.length > 1 || prefix === '' || local[0] === '') return `has the malformed name "${name}"`;
    return bound.get(prefix) ? undefined : `uses the prefix "${prefix}", which no xmlns:${prefix} binds`;
  };
  return {
    open(name, attributes) {
      const names = Object.keys(attributes);
      if (names.length === 0) return problemOf(name);
      const binds = names.filter((one) => one.startsWith(binding)).map((one) => one.slice(binding.length));
      if (binds.length > 0) {
        binders.set(attributes, binds);
        count(binds, 1);
      }
      return problemOf(name) ?? names.map(problemOf).find((problem) => problem !== undefined);
    },
    close(attributes) {
      const binds = binders.get(attributes);
      if (binds === undefined) return;
      binders.delete(attributes);
      count(binds, -1);
    },
  };
}

/** A name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
