/**
 * syncgate as a library: the rooms of the command, to be put together otherwise. The command line itself
 * (`src/cli`) is the example of how they fit.
 */
export { decideAccess, decideAll } from './access/decide-access.ts';
export { expandNeeds } from './access/expand-needs.ts';
export { missingEntries } from './access/missing-entries.ts';
export { uncovered } from './access/uncovered-needs.ts';
export { withAggregates } from './access/with-aggregates.ts';
export { withFacts } from './access/with-facts.ts';
export { type Persona, unknownNames, withPersonas } from './access/with-personas.ts';
export { readSnapshot } from './collector/file.ts';
export { addNearMisses } from './collector/org/add-near-misses.ts';
export { collectOrg } from './collector/org/collect-org.ts';
export { CollectorError } from './collector/org/collector-error.ts';
export { type OpenOptions, type OrgReader, openOrg } from './collector/org/open-org.ts';
export {
  type Credentials,
  type SignIn,
  type SignInOptions,
  signInWith,
  signInWithCli,
  signInWithToken,
} from './collector/org/sign-in.ts';
export type { ProxySettings } from './collector/org/transport/proxy.ts';
export type { UserSelection } from './collector/org/users.ts';
export { SourceError } from './collector/source/project/source-error.ts';
export { readSource, type SourceReading, type SourceRequest } from './collector/source/read-source.ts';
export { readConfig } from './config/read-config.ts';
export { readPack } from './config/read-pack.ts';
export { evaluate, exitCode, makeReport, mergeNeeds, needsOf, settingProblems } from './engine/index.ts';
export type * from './model/access.ts';
export type * from './model/container.ts';
export type * from './model/needs.ts';
export type * from './model/pack.ts';
export type * from './model/part.ts';
export type * from './model/report.ts';
export type * from './model/report-set.ts';
export type * from './model/rule.ts';
export type * from './model/snapshot.ts';
export type * from './model/subject.ts';
export { closingLine } from './reporters/closing-line.ts';
export { type Format, formats } from './reporters/format.ts';
export { type Frame, frameOf } from './reporters/frames.ts';
export { renderCsv } from './reporters/report-csv.ts';
export { renderGithub } from './reporters/report-github.ts';
export { renderGitlab } from './reporters/report-gitlab.ts';
export { renderJson } from './reporters/report-json.ts';
export { renderJunit } from './reporters/report-junit.ts';
export { renderMarkdown } from './reporters/report-markdown.ts';
export { renderSarif } from './reporters/report-sarif.ts';
export { renderTable } from './reporters/report-table.ts';
export { defineRule } from './rules/define-rule.ts';
export { rules } from './rules/registry.ts';
export { type TokenError, tokenErrorFor, tokenErrors } from './salesforce/token-errors.ts';
