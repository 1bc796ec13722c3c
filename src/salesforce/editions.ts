/**
 * Values of `Organization.OrganizationType` seen in real orgs (docs/salesforce.md, "Organization, licences", trust v).
 * Performance Edition is not among them: Salesforce names it as an edition with API access, but what an org of it
 * says here has not been seen. So it counts as unknown everywhere: what an org says beside these is reported as it
 * stands, and a requirement that hangs on it is inconclusive.
 */
export const knownEditions = [
  'Professional Edition',
  'Enterprise Edition',
  'Unlimited Edition',
  'Developer Edition',
  'Team Edition',
  'Personal Edition',
  'Contact Manager Edition',
  'Base Edition',
] as const;

/** Whether it is known what an org that calls its edition so is. */
export const isKnownEdition = (edition: string): boolean => knownEditions.some((known) => known === edition);
