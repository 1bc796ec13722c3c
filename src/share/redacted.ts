const standIns = 'stand-ins:';

/** What a redacted snapshot, and a report made from it, says of its names. */
export const markOf = (fingerprint: string): string => standIns + fingerprint;

/** Whether the names of a snapshot or report are stand-ins. */
export const isRedacted = ({ names = '' }: { readonly names?: string }): boolean =>
  names.startsWith(standIns);
