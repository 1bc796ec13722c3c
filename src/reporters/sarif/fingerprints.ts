import type { ReportSource, Result } from '../../model/report.ts';
import { findingIdentity } from '../../salesforce/finding-identity.ts';

/**
 * The identity of a finding as code scanning wants it. GitHub looks at `primaryLocationLineHash` alone and would otherwise hash the line that is pointed
 * to: of a pack, the same for every user, so that their alerts would become one; of a file, another with every edit.
 */
export function fingerprints(result: Result, source: ReportSource): Readonly<Record<string, string>> {
  const identity = findingIdentity(result, source);
  return { primaryLocationLineHash: `${hash(identity)}:1`, 'syncgate/v1': identity };
}

/** FNV-1a, 64 bits, in hexadecimal. The text is ASCII. It tells findings apart and protects nothing. */
export function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (const character of text) {
    value ^= BigInt(character.charCodeAt(0));
    value = BigInt.asUintN(64, value * 0x100000001b3n);
  }
  return value.toString(16).padStart(16, '0');
}
