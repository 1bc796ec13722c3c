/**
 * What gives the auditor the sight it lacks (docs/salesforce.md, "What the auditor needs"): clauses, to follow "to
 * know it:".
 */
export const mends = {
  viewSetup: 'give the auditor View Setup and Configuration',
  manageUsers: 'give the auditor Manage Users',
  viewAllUsers: 'give the auditor View All Users',
} as const;
