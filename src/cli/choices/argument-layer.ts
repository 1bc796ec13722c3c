import { wrongUsage } from '../failure.ts';
import type { ChoiceArguments } from './choice-arguments.ts';
import { type ChosenKey, givenValues, type Layer } from './layer.ts';

const argumentNames: Readonly<Partial<Record<ChosenKey, string>>> = {
  packs: 'pack',
  users: 'user',
  features: 'without-feature',
  parameters: 'mapped-field',
  outputs: 'output',
  failOn: 'fail-on',
  allowInconclusive: 'allow-inconclusive',
  failOnNew: 'fail-on-new',
};

/** What the arguments choose. */
export function argumentLayer(args: ChoiceArguments): Layer {
  if (args.user !== undefined && args.allApiOnly === true) {
    throw wrongUsage('--user and --all-api-only name two sets of users. Give one of them');
  }
  const { withoutFeature, mappedField } = args;
  return {
    values: givenValues({
      packs: args.pack,
      users: args.allApiOnly === true ? ('all-api-only' as const) : args.user,
      variant: args.variant,
      features: withoutFeature && Object.fromEntries(withoutFeature.map((name) => [name, false])),
      parameters: mappedField && { mappedFields: mappedField },
      failOn: args.failOn,
      allowInconclusive: args.allowInconclusive,
      outputs: args.output,
      history: args.history,
      baseline: args.baseline,
      failOnNew: args.failOnNew,
      concurrency: args.concurrency,
    }),
    from: ([key]) => ({
      kind: 'argument',
      name: key === 'users' && args.allApiOnly === true ? 'all-api-only' : (argumentNames[key] ?? key),
    }),
    notAllApiOnly: args.allApiOnly === false,
  };
}
