import { hostileNames } from '../reporters/hostile-report.ts';

/** Names that an administrator could choose to break a page. */
export const hostileTexts = [
  ...hostileNames,
  '</script><script>document.title="broken"</script>',
  '<img src=x onerror="document.title=\'broken\'">',
  '\u202eevil\u2066 ‏עברית العربية',
  '__proto__',
  '"]#verdict/../%00',
  `long ${'x'.repeat(10_000)}`,
] as const;

/** Where a text is free: what an administrator, a vendor or a file's author writes. */
const free = new Set([
  ...['title', 'username', 'instanceUrl', 'message', 'mend', 'query', 'errorCode', 'examples'],
  ...[
    'description',
    'why',
    'impact',
    'section',
    'quote',
    'lightning',
    'classic',
    'notes',
    'vendor',
    'meaning',
  ],
]);
/** A label or name is free but where decisions go by it. */
const freeBut: Readonly<Record<string, RegExp>> = {
  name: /\/(catalogue|sources)\//,
  label: /\/catalogue\//,
  apiName: /^never/,
};
/** References: hostile too, each the same everywhere. */
const ids = new Set(['id', 'containerId', 'groupId', 'members', 'muting', 'flowId', 'userId']);

/**
 * A copy in which every free text is hostile, and every Id has something hostile in it. What is asked about (names of
 * permissions, objects and fields) stays, so that the copy is decided as the original is.
 */
export function hostileCopy<T>(original: T): T {
  let next = 0;
  const texts = new Map<string, string>();
  const hostile = (text: string, only: boolean): string => {
    const known = texts.get(text) ?? `${hostileTexts[next++ % hostileTexts.length]} ${next}`;
    texts.set(text, known);
    return only ? known : `${text}${known}`;
  };
  const copied = (value: unknown, key: string, path: string): unknown => {
    if (typeof value === 'string') return isFree(key, path) ? hostile(value, true) : withId(value, key, path);
    if (Array.isArray(value)) return value.map((each) => copied(each, key, path));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, copied(inner, name, `${path}/${name}`)]),
    );
  };
  // A pack's own Id and those of its requirements are checked when it is read.
  const isPack = typeof original === 'object' && original !== null && 'requirements' in original;
  const withId = (value: string, key: string, path: string): string =>
    ids.has(key) && !isPack && !path.startsWith('/needs') ? hostile(value, false) : value;
  return copied(original, '', '') as T;
}

const isFree = (key: string, path: string): boolean =>
  !path.startsWith('/needs') && (free.has(key) || (freeBut[key] !== undefined && !freeBut[key].test(path)));
