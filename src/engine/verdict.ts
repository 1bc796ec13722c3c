import type { Requirement } from '../model/pack.ts';
import type { Verdict } from '../model/report.ts';
import type { Finding, Outcome, Rule } from '../model/rule.ts';
import { sentence } from './wording/phrases.ts';
import { fillTemplate } from './wording/templates.ts';

const outcomes: ReadonlySet<Outcome> = new Set(['pass', 'fail', 'inconclusive']);

/**
 * What findings come to: one failure fails, one doubt is a doubt, and only then do passes pass.
 * No finding, or one that is none of the three, is an error of the rule: never a pass.
 */
export function verdictOf(findings: readonly Finding[]): Exclude<Verdict, 'not-applicable'> {
  const found = new Set(findings.map(({ outcome }) => outcome));
  if (![...found].every((outcome) => outcomes.has(outcome))) return 'error';
  if (found.has('fail')) return 'fail';
  if (found.has('inconclusive')) return 'inconclusive';
  return found.has('pass') ? 'pass' : 'error';
}

/** Findings told one by one are enough for a person up to this many of one kind of sentence. */
const mostPasses = 3;

/**
 * The sentences of the findings, in the product's own words where the pack has them. Passes are cut short.
 * Throws where a rule says a message it does not declare.
 */
export function verdictMessage(requirement: Requirement, rule: Rule, findings: readonly Finding[]): string {
  const sentences = [...new Set(findings.map((finding) => findingSentence(requirement, rule, finding)))];
  const passes = findings.every(({ outcome }) => outcome === 'pass');
  const more = passes ? sentences.length - mostPasses : 0;
  return more > 0
    ? `${sentences.slice(0, mostPasses).join(' ')} And ${more} more like these.`
    : sentences.join(' ');
}

function findingSentence(requirement: Requirement, rule: Rule, { message, data }: Finding): string {
  const own = requirement.messages ?? {};
  const templates = Object.hasOwn(own, message) ? own : rule.meta.messages;
  const template = Object.hasOwn(templates, message) ? templates[message] : undefined;
  if (template === undefined) throw new Error(`it said '${message}', which is none of its messages`);
  return sentence(fillTemplate(template, data));
}
