/** One segment of a path or URI; halves of characters, which have no encoding, become U+FFFD. */
export const encoded = (segment: string): string => encodeURIComponent(segment.toWellFormed());

/**
 * A path as segments below the root. What is elsewhere goes by its name alone, so that no machine's folders are
 * told. None for the root itself.
 */
export function relativeSegments(path: string): readonly string[] {
  const segments: string[] = [];
  let outside = /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path);
  for (const segment of path.split(/[\\/]/)) {
    if (segment === '..') outside = segments.pop() === undefined || outside;
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return outside ? segments.slice(-1) : segments;
}

/** A file as a URI below the root. Code scanning takes nothing else: so at least the finding arrives. */
export function fileUri(file: string): string {
  const segments = relativeSegments(file);
  return segments.length === 0 ? 'unknown' : segments.map(encoded).join('/');
}
