export { causeSentence, type Telling, unexplained } from './cause-words.ts';
export { compareAccess } from './compare-access.ts';
export { compareExpiries, compareFacts } from './compare-facts.ts';
export { digestAccess } from './digest-access.ts';
export { notKnown } from './digest-facts.ts';
export { explainChange, type Recorded } from './explain-change.ts';
export { indexOf } from './indexed-digest.ts';
export { makeRecord, placeOf, type RecordInput } from './make-record.ts';
export { makeTimeline, type TimelineFilter } from './timeline.ts';
