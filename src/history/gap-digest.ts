import type { GapDigest } from '../model/history.ts';
import type { Gap } from '../model/part.ts';

/** A gap without its query, which is long and tells nothing later. */
export const gapDigest = ({ code, message }: Gap): GapDigest => ({ code, message });
