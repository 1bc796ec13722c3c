/** What gives the auditor the sight it lacks, one sentence each (salesforce.md, "What the auditor needs"). */
export const mends = {
  viewSetup: 'Give the auditing user the permission View Setup and Configuration.',
  manageUsers: 'Give the auditing user the permission Manage Users.',
  viewAllUsers: 'Give the auditing user the permission View All Users.',
} as const;
