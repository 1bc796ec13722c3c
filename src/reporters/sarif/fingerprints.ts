import type { ReportSource, Result } from '../../model/report.ts';

/** The org's Id; where it is not known, the host of its address. */
export const orgName = ({ collected }: ReportSource): string =>
  collected.organizationId ?? collected.instanceUrl.replace(/^\w+:\/\//, '').replace(/\/.*$/, '');

/**
 * What makes two results of different runs the same finding: org, subject, pack and requirement; neither wording
 * nor line. GitHub looks at `primaryLocationLineHash` alone and would otherwise hash the line of the pack, which
 * is the same for every user: their alerts would become one.
 */
export function fingerprints(
  { subject, pack, requirement }: Result,
  source: ReportSource,
): Readonly<Record<string, string>> {
  const identity = [orgName(source), subject.id, pack, requirement].map(encoded).join('/');
  return { primaryLocationLineHash: `${hash(identity)}:1`, 'syncgate/v1': identity };
}

/** One segment of a path or URI; halves of characters, which have no encoding, become U+FFFD. */
export const encoded = (segment: string): string => encodeURIComponent(segment.toWellFormed());

/** FNV-1a, 64 bits, in hexadecimal. The text is ASCII. It tells findings apart and protects nothing. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (const character of text) {
    value ^= BigInt(character.charCodeAt(0));
    value = BigInt.asUintN(64, value * 0x100000001b3n);
  }
  return value.toString(16).padStart(16, '0');
}
