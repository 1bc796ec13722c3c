export { diagnose } from './diagnose.ts';
export type { Facts, SubjectFacts } from './facts.ts';
export type { TextReading, VendorMessage } from './found.ts';
export { type KnownError, knownErrors } from './message-catalogue.ts';
export { namedNeeds } from './named-needs.ts';
export type { AskedRequirement } from './points.ts';
export { readText, type TextReader } from './read-text.ts';
