import type { Access } from '../model/access.ts';
import type { Report } from '../model/report.ts';
import { inKeyOrder, jsonText, type KeyOrders } from './json-text.ts';

/** What a person reading the file looks for first stands first; one line for the keys of one kind of object. */
const keys = [
  'reportSetVersion reportVersion accessVersion tool shard',
  'source collected collectedAt cost snapshot',
  'packs subjects skipped failOn verdict summary results unread warnings waivers baseline',
  'rule level subject asOf',
  'kind id name version instanceUrl organizationId directories apiVersion facts org',
  'roundTrips apiCalls files bytes containers entries title',
  'object field right permission flow',
  'variant features notes',
  'pass fail inconclusive notApplicable error waived',
  'about decision grants because nearMisses place container through members entry implied mutedBy entryAt',
  'code message query errorCode mend value gap at text',
  'evidence remedy nearest setup lightning classic why page section quote url checked waiver requirement subject reason owner expires daysLeft matches definedAt',
  'file line column snippet',
  'from state was worse onlyNew',
  'index count',
  'status',
].flatMap((line) => line.split(' '));

const resultKeys =
  'pack requirement title rule level levelChange subject verdict message impact evidence remedy why source waiver baseline definedAt at related';

const summaryKeys =
  'orgs compliant nonCompliant pass fail inconclusive unchanged unread notApplicable error waived';

/** The order of the keys of every document, by the key that an object stands under. */
export const keyOrders: KeyOrders = {
  '': keys,
  results: resultKeys.split(' '),
  summary: summaryKeys.split(' '),
  orgs: ['org', 'status', 'failure', 'report'],
  failure: ['exitCode', 'message'],
};

/** A report as JSON that `schemas/report.schema.json` describes; the same report gives the same bytes. */
export const renderJson = (report: Report): string => jsonText(inKeyOrder(report, keyOrders));

/**
 * What subjects can do as JSON: for one subject the document that `schemas/access.schema.json` describes, for
 * several an array of them.
 */
export const renderAccessJson = (accesses: readonly Access[]): string =>
  jsonText(inKeyOrder(accesses.length === 1 ? accesses[0] : accesses, keyOrders));
