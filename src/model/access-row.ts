import type { Decision } from './access.ts';

/** One line of "what the user can do and why", in words. */
export interface AccessRow {
  readonly kind: 'system' | 'object' | 'field' | 'flow' | 'license';
  /** Such as `API Enabled`, `Account: View All`, `Account.Rating: Edit`. */
  readonly what: string;
  readonly decision: Decision['decision'];
  /** Who grants it, what would, or why it could not be known. */
  readonly sentences: readonly string[];
}
