import type { RemedyPlan } from '../model/remedy-plan.ts';
import { inKeyOrder, jsonText } from './json-text.ts';

const keys = [
  'remedyVersion tool source collectedAt subject mend set existing mended left doubts waived',
  'kind id name title pack requirement label description entries smallest entry text neededBy strong',
  'container apiName assignment surplus level before after who message setup nearest lightning classic',
].flatMap((line) => line.split(' '));

/** A plan as JSON that `schemas/remedy-plan.schema.json` describes; the same plan gives the same bytes. */
export const renderRemedyJson = (plan: RemedyPlan): string => jsonText(inKeyOrder(plan, { '': keys }));
