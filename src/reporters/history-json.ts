import type { Timeline } from '../model/timeline.ts';
import { inKeyOrder, jsonText } from './json-text.ts';

const keys = [
  'timelineVersion places place subjects subject runs requirements',
  'kind turn id name title pack requirement last since verdicts changes from to causes because',
  'at verdict waived level lacks container group need code message permissions entries',
].flatMap((line) => line.split(' '));

/** A timeline as JSON; the same records give the same bytes. */
export const renderTimelineJson = (timeline: Timeline): string =>
  jsonText(inKeyOrder(timeline, { '': keys }));
