export { askedRequirements } from './asked-requirements.ts';
export { auditorPermissionSets } from './auditor-permission-sets.ts';
export { dependencies } from './auditor-rights.ts';
export { compareWithBaseline, isOfAnotherPlace } from './baseline.ts';
export { type CheckupInput, checkupExitCode, makeCheckup, type Probe } from './checkup.ts';
export { describeAccess } from './describe-access.ts';
export { entriesOf } from './entries-of.ts';
export { entryLabel } from './entry-label.ts';
export {
  type Evaluation,
  evaluate,
  type RequirementStanding,
  restedOn,
  standingsOn,
} from './evaluate.ts';
export { exitCode, type ReportExitCode } from './exit-code.ts';
export { gateOf } from './gate.ts';
export {
  type ChosenBaseline,
  makeReport,
  NothingToAudit,
  type ReportInput,
  reportVerdict,
  summarise,
} from './make-report.ts';
export { mergeNeeds } from './merge-needs.ts';
export { needsOf } from './needs-of.ts';
export { noTally, setExitCode, type Tally, tallied, talliedAs, totalsOf } from './set-totals.ts';
export { type SettingProblem, settingProblems } from './setting-problems.ts';
export type { Rules } from './settle.ts';
export { remediesOf } from './setup-steps.ts';
export { strongPermissions } from './strong-permissions.ts';
export { containerName } from './wording/phrases.ts';
