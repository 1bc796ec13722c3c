/**
 * What to say to a Node that is too old for syncgate, or null where it will do.
 * @param running such as `20.11.0`
 * @param wanted an `engines` range of the form `>=22.18`
 */
export function nodeComplaint(running: string, wanted: string): string | null {
  const numbers = (version: string) => version.replace('>=', '').split('.').map(Number);
  const [major = 0, minor = 0] = numbers(running);
  const [wantedMajor = 0, wantedMinor = 0] = numbers(wanted);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return null;
  return `syncgate needs Node ${wantedMajor}.${wantedMinor} or newer; this is Node ${running}. Install a newer Node and run it again.`;
}
