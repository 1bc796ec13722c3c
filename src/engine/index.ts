export { describeAccess } from './describe-access.ts';
export { type Evaluation, evaluate } from './evaluate.ts';
export { exitCode, type ReportExitCode } from './exit-code.ts';
export { makeReport, NothingToAudit, type ReportInput } from './make-report.ts';
export { mergeNeeds } from './merge-needs.ts';
export { needsOf } from './needs-of.ts';
export { type SettingProblem, settingProblems } from './setting-problems.ts';
export type { Rules } from './settle.ts';
export { remediesOf } from './setup-steps.ts';
