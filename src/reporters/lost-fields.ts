import type { Result } from '../model/report.ts';

/** The fields that a result is about and that the sync cannot use, `Object.Field` each. */
export function lostFields({ verdict, rule, evidence }: Result): readonly string[] {
  if (verdict !== 'fail' || rule !== 'field-access') return [];
  const shut = new Set<string>();
  const fields = new Set<string>();
  const cited: string[] = [];
  for (const each of evidence) {
    const path = /^(?:Field )?(\w+\.\w+)(?:: | exists$)/.exec(each.about)?.[1];
    const denied = each.kind === 'decision' && each.decision.decision === 'denied';
    const absent = each.kind === 'fact' && each.value === false;
    if (path !== undefined) {
      cited.push(path);
      if (denied || absent) fields.add(path);
    } else if (denied) shut.add(each.about.replace(/: .*$/s, ''));
  }
  // Without the right on its object a field is of no use, whatever field-level security says.
  for (const path of cited) if (shut.has(objectOf(path))) fields.add(path);
  return [...fields];
}

export const objectOf = (path: string): string => path.split('.', 1)[0] ?? path;
