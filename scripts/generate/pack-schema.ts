import type { Rule } from '../../src/model/rule.ts';
import { knownEditions } from '../../src/rules/org-edition.ts';
import { packOptionsOf } from './options-schema.ts';

type Schema = Readonly<Record<string, unknown>>;

const draft = 'https://json-schema.org/draft/2020-12/schema';

const id = { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' };
const text = { type: 'string', pattern: '\\S' };
const day = { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' };
const texts = (description: string) => ({ type: 'array', description, items: text });

function object(required: readonly string[], properties: Schema, description?: string): Schema {
  return {
    type: 'object',
    ...(description ? { description } : {}),
    additionalProperties: false,
    required,
    properties,
  };
}

function map(description: string, value: Schema, pattern = '^[A-Za-z][A-Za-z0-9_-]*$'): Schema {
  return { type: 'object', description, propertyNames: { pattern }, additionalProperties: value };
}

/** The JSON Schema (2020-12) of a requirement pack: its own structure, and the options and messages of every rule. */
export function packSchema(rules: ReadonlyMap<string, Rule>): Schema {
  return {
    $schema: draft,
    $id: 'urn:syncgate:schema:pack',
    title: 'syncgate requirement pack',
    ...object(['id', 'version', 'title', 'description', 'vendor', 'sources', 'requirements'], packProperties),
    $defs: {
      ...definitions,
      requirement: requirement(rules),
      ...Object.fromEntries([...rules].map(([name, rule]) => [`options-${name}`, packOptionsOf(rule)])),
    },
  };
}

const packProperties: Schema = {
  $schema: { type: 'string', description: 'Where this schema is, for editors' },
  id: { ...id, description: 'Public and never changed: reports and configuration name it' },
  version: {
    type: 'string',
    description: 'Version of the pack, as in semantic versioning',
    pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?$',
  },
  title: text,
  description: text,
  vendor: text,
  sources: map('The pages that requirements are taken from, by a short name', {
    $ref: '#/$defs/packSource',
  }),
  notes: texts('What a reader of the pack should know beside the requirements'),
  knownMessages: {
    type: 'array',
    description: "Messages of the vendor's product that mean something else than they say",
    items: { $ref: '#/$defs/knownMessage' },
  },
  features: map('Parts of the product that a customer may have or not', { $ref: '#/$defs/feature' }),
  variants: map('Other ways to set the integration up', { $ref: '#/$defs/variant' }),
  parameters: map('JSON Schema of each value that a customer may set', { $ref: draft }),
  requirements: {
    type: 'array',
    description: 'In the order in which reports show them',
    minItems: 1,
    items: { $ref: '#/$defs/requirement' },
  },
};

const definitions: Schema = {
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
  setupSteps: object(
    ['lightning', 'classic'],
    {
      lightning: { ...texts('Steps in Lightning Experience'), minItems: 1 },
      classic: { ...texts('Steps in Salesforce Classic'), minItems: 1 },
    },
    'What to do in Setup, in either interface',
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

function requirement(rules: ReadonlyMap<string, Rule>): Schema {
  return {
    ...object(['id', 'title', 'level', 'rule', 'why', 'source'], {
      id: { ...id, description: 'Public and never changed: reports and waivers name it' },
      title: text,
      level: {
        type: 'string',
        enum: ['error', 'warning', 'note'],
        description: 'How bad it is where it is not met',
      },
      rule: {
        type: 'string',
        enum: [...rules.keys()],
        description: 'The mechanism that finds it out; docs/rules describes each',
      },
      options: { type: 'object', description: 'Options of the rule' },
      when: { $ref: '#/$defs/condition' },
      why: { ...text, description: 'Why this vendor needs it' },
      messages: { type: 'object', description: "This product's own words for the rule's messages" },
      remedy: { $ref: '#/$defs/setupSteps' },
      source: { $ref: '#/$defs/requirementSource' },
    }),
    allOf: [...rules].map(([name, rule]) => ({
      if: { type: 'object', properties: { rule: { const: name } }, required: ['rule'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        ...(needsOptions(rule) ? { required: ['options'] } : {}),
        properties: { options: { $ref: `#/$defs/options-${name}` }, messages: messagesOf(rule) },
      },
    })),
  };
}

/** No options at all are the same as empty ones; a rule that wants some wants the key. */
function needsOptions({ meta: { options } }: Rule): boolean {
  return (options.required ?? []).length > 0 || (options.minProperties ?? 0) > 0;
}

function messagesOf(rule: Rule): Schema {
  const properties = Object.entries(rule.meta.messages).map(([name, template]) => [
    name,
    { ...text, description: `In place of: ${template}` },
  ]);
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) };
}
