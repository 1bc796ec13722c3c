import type { CheckedRead, DoubtfulRequirement } from '../model/checkup.ts';
import type { Gap, Part } from '../model/part.ts';
import type { Result } from '../model/report.ts';
import type { Catalogue, Snapshot } from '../model/snapshot.ts';
import { gapsIn } from './doubtful-without.ts';
import { byText, sortedUnique } from './order.ts';
import { sentence } from './wording/phrases.ts';

/** Gaps that another auditor, or another try, might close: all others anybody would meet. */
const ofTheAuditor: readonly Gap['code'][] = ['auditor-blind', 'query-failed', 'short-read'];

/** What was read of an org, part by part, as far as it was asked for: the first gap of each. */
export function probedReads(snapshot: Snapshot): readonly CheckedRead[] {
  const { organization, limits, flows, availablePermissions, catalogue, subjects, needs } = snapshot;
  const each = (name: 'login' | 'profilePeers' | 'assignments' | 'permissionSetLicenses') =>
    subjects.map((subject): Part<unknown> => subject[name]);
  const profiles = subjects.flatMap(({ profile }): readonly Part<unknown>[] =>
    profile.status === 'ok' ? [profile.value.isCustom, profile.value.license] : [profile],
  );
  const licenses = needs.permissionSetLicenses?.length ? each('permissionSetLicenses') : [];
  const parts: readonly (readonly [what: string, parts: readonly Part<unknown>[]])[] = [
    ['Organization', [organization]],
    ['Profile of the user', profiles],
    ['Permission sets and assignments', [...each('assignments'), availablePermissions]],
    ['Permission set licences', licenses],
    ...Object.entries(catalogue)
      .toSorted(([one], [other]) => byText(one, other))
      .map(([object, fields]) => [`Fields of ${object}`, [wholly(fields)]] as const),
    ['Flows', [flows]],
    ['Frozen and locked', each('login')],
    ['Other users of the profile', each('profilePeers')],
    ['API limits', [limits]],
  ];
  return parts.flatMap(([what, read]) => {
    const asked = read.filter((part) => part.status === 'ok' || part.reason.code !== 'not-collected');
    if (asked.length === 0) return [];
    const missing = asked.find((part) => part.status === 'unavailable');
    return [{ what, gap: missing?.reason ?? null }];
  });
}

/** Describe answers everybody, and leaves out what the auditor may not read. */
function wholly(fields: Part<Catalogue>): Part<Catalogue> {
  if (fields.status === 'unavailable' || fields.value.seenBy === 'tooling') return fields;
  const message = 'Only describe answered, which leaves out the fields that the auditor may not read';
  return { status: 'unavailable', reason: { code: 'auditor-blind', message } };
}

/** Results that stay undecided because of what the org did not tell this auditor. */
export function undecidedResults(results: readonly Result[]): readonly DoubtfulRequirement[] {
  return results.flatMap(({ pack, requirement, title, level, verdict, evidence }) => {
    if (verdict !== 'inconclusive') return [];
    const gaps = evidence.flatMap(gapsIn).filter(({ code }) => ofTheAuditor.includes(code));
    if (gaps.length === 0) return [];
    const untold = sortedUnique(gaps.map(({ message }) => sentence(message)));
    return [{ pack, requirement, title, level, outlook: 'inconclusive' as const, missing: [], untold }];
  });
}
