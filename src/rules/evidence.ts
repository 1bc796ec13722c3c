import type { Decision } from '../model/access.ts';
import type { Gap, Json } from '../model/part.ts';
import type { Evidence } from '../model/rule.ts';

/** Evidence from a decision, and what it is about, such as `Account: View All`. */
export function decided(about: string, decision: Decision): Evidence {
  return { kind: 'decision', about, decision };
}

/** Evidence from something that was read. */
export function fact(about: string, value: Json): Evidence {
  return { kind: 'fact', about, value };
}

/** Evidence that something could not be known. */
export function gap(about: string, reason: Gap): Evidence {
  return { kind: 'gap', about, gap: reason };
}
