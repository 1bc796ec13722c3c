import type { Access } from '../model/access.ts';
import type { Report } from '../model/report.ts';
import { inKeyOrder, jsonText } from './json-text.ts';

/** What a person reading the file looks for first stands first. */
const keyOrder = [
  'reportVersion',
  'accessVersion',
  'tool',
  'name',
  'version',
  'source',
  'packs',
  'subjects',
  'failOn',
  'verdict',
  'summary',
  'results',
  'unread',
  'pack',
  'requirement',
  'rule',
  'level',
  'subject',
  'kind',
  'asOf',
  'id',
  'title',
  'about',
  'decision',
  'code',
  'message',
  'text',
  'evidence',
  'remedy',
  'nearest',
  'setup',
  'why',
  'pass',
  'fail',
  'inconclusive',
  'notApplicable',
  'error',
  'waived',
];

/** A report as JSON that `schemas/report.schema.json` describes; the same report gives the same bytes. */
export const renderJson = (report: Report): string => jsonText(inKeyOrder(report, keyOrder));

/**
 * What subjects can do as JSON: for one subject the document that `schemas/access.schema.json` describes, for
 * several an array of them.
 */
export const renderAccessJson = (accesses: readonly Access[]): string =>
  jsonText(inKeyOrder(accesses.length === 1 ? accesses[0] : accesses, keyOrder));
