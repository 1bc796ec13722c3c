import type { Access } from '../model/access.ts';
import type { Needs } from '../model/needs.ts';
import type { LoadedPack, Requirement } from '../model/pack.ts';
import type { Gap } from '../model/part.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { editionCondition } from './conditions.ts';
import { errorText, type Settled } from './settle.ts';

/** A requirement of a pack, with what the user chose put into it. */
export interface Asked {
  readonly loaded: LoadedPack;
  readonly requirement: Requirement;
  readonly settled: Settled;
}

/** What a requirement comes to on one subject, before it is put into words. */
export type Examined =
  /** It does not apply, or cannot be evaluated at all. */
  | Exclude<Settled, { readonly status: 'applies' }>
  | ({ readonly status: 'applies' } & Checked)
  /** Whether it applies could not be known. */
  | ({ readonly status: 'may-apply'; readonly gap: Gap } & Checked);

interface Checked {
  readonly rule: Rule;
  /** What the rule looked at. */
  readonly needs: Needs;
  readonly check: Check;
}

/** What a rule found, or what it said when it broke. */
export type Check = { readonly findings: readonly Finding[] } | { readonly broke: string };

/** Holds one subject against one requirement. A rule that throws is caught, whatever it found before. */
export function examine({ requirement, settled }: Asked, access: Access): Examined {
  if (settled.status !== 'applies') return settled;
  const edition = editionCondition(requirement.when?.edition, access.organization);
  if (edition.holds === false) return { status: 'not-applicable', because: edition.because };
  const { rule, needs } = settled;
  const check = checked(settled, access);
  return edition.holds === 'unknown'
    ? { status: 'may-apply', gap: edition.gap, rule, needs, check }
    : { status: 'applies', rule, needs, check };
}

function checked({ rule, options }: Settled & { readonly status: 'applies' }, access: Access): Check {
  try {
    return { findings: [...rule.check(access, options)] };
  } catch (cause) {
    return { broke: errorText(cause) };
  }
}
