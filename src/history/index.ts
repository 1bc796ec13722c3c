export { causeSentence, unexplained } from './cause-words.ts';
export { compareAccess } from './compare-access.ts';
export { compareExpiries, compareFacts } from './compare-facts.ts';
export { digestAccess } from './digest-access.ts';
export { explainChange, type Recorded } from './explain-change.ts';
export { makeRecord, type RecordInput } from './make-record.ts';
export { makeTimeline, type TimelineFilter } from './timeline.ts';
