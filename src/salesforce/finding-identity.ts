import type { ReportSource, Result } from '../model/report.ts';
import { encoded } from '../plain/file-uri.ts';
import { placeName } from './place-name.ts';

/**
 * What makes two results of different runs the same finding: org or project, subject, pack and requirement; neither
 * wording nor line. ASCII, its parts URL-encoded and parted by slashes.
 */
export const findingIdentity = (
  { subject, pack, requirement }: Pick<Result, 'subject' | 'pack' | 'requirement'>,
  source: ReportSource,
): string => [placeName(source), subject.id, pack, requirement].map(encoded).join('/');
