import { knownEditions } from '../../src/salesforce/editions.ts';

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

export const draft = 'https://json-schema.org/draft/2020-12/schema';

export const id = { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' };
export const text = { type: 'string', pattern: '\\S' };
const day = { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' };
export const texts = (description: string) => ({ type: 'array', description, items: text });

export function object(required: readonly string[], properties: Schema, description?: string): Schema {
  return {
    type: 'object',
    ...(description ? { description } : {}),
    additionalProperties: false,
    required,
    properties,
  };
}

export function map(description: string, value: Schema, pattern = '^[A-Za-z][A-Za-z0-9_-]*$'): Schema {
  return { type: 'object', description, propertyNames: { pattern }, additionalProperties: value };
}

const setupSteps = {
  lightning: { ...texts('Steps in Lightning Experience'), minItems: 1 },
  classic: { ...texts('Steps in Salesforce Classic'), minItems: 1 },
};

/** What a pack is made of beside its requirements, by name. */
export const definitions: Schema = {
  packSource: object(['title', 'url', 'checked'], {
    title: text,
    url: { type: 'string', pattern: '^https://' },
    checked: { ...day, description: 'The day it was last read and found to say so, YYYY-MM-DD' },
  }),
  knownMessage: object(['message', 'meaning', 'source'], {
    message: text,
    meaning: text,
    source: { ...text, description: "One of the pack's sources" },
  }),
  feature: object(['title', 'default'], {
    title: text,
    default: { type: 'boolean', description: 'Whether it is on where the customer says nothing' },
  }),
  variant: object(['title', 'description'], { title: text, description: text }),
  setupSteps: object(['lightning', 'classic'], setupSteps, 'What to do in Setup, in either interface'),
  fittingSteps: object(
    ['for', 'lightning', 'classic'],
    {
      for: {
        ...texts('Messages of the rule: the failures that these steps mend'),
        minItems: 1,
        uniqueItems: true,
      },
      ...setupSteps,
    },
    'What to do in Setup, in either interface, about certain failures',
  ),
  parameterReference: object(
    ['$parameter'],
    { $parameter: { type: 'string', description: "One of the pack's parameters" } },
    'Takes the value of a parameter',
  ),
  condition: {
    ...object([], {
      edition: {
        type: 'array',
        description: 'The edition of the org is one of these',
        minItems: 1,
        items: { type: 'string', enum: knownEditions },
      },
      feature: { ...texts('At least one of these features is on'), minItems: 1 },
      notVariant: { ...texts('None of these variants is chosen'), minItems: 1 },
      parameter: { ...texts('These parameters have a value that is not empty'), minItems: 1 },
    }),
    description: 'All of it must hold; without it the requirement always applies',
    minProperties: 1,
  },
  requirementSource: object(
    [],
    {
      page: { ...text, description: "One of the pack's sources; without it, syncgate itself asks for it" },
      section: { ...text, description: 'Where on the page' },
      quote: { ...text, description: 'The words of the page, verbatim and short' },
    },
    'Where it says so',
  ),
};
