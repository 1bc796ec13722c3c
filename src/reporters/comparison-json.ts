import type { Comparison } from '../model/comparison.ts';
import { inKeyOrder, jsonText } from './json-text.ts';

const keys = [
  'comparisonVersion tool verdict basis before after summary remarks subjects onlyBefore onlyAfter',
  'named kind turn place collectedAt revision packs',
  'alike decisions facts requirements causes notKnown notAskedBefore notAskedAfter notAsked',
  'id name version variant features title',
  'permission pack requirement changed waived level lacks text cause what because',
].flatMap((line) => line.split(' '));

const states = 'verdict waived level lacks kind id named name title place collectedAt revision packs'.split(
  ' ',
);

/** A comparison as JSON; the same two sides give the same bytes. */
export const renderComparisonJson = (comparison: Comparison): string =>
  jsonText(inKeyOrder(comparison, { '': keys, before: states, after: states }));
