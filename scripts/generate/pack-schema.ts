import type { Rule } from '../../src/model/rule.ts';
import { packOptionsOf } from './options-schema.ts';
import { definitions, draft, id, map, object, type Schema, text, texts } from './pack-definitions.ts';

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
      impact: {
        ...text,
        description: 'What a failure does to the sync, to follow "the sync would": not see all accounts',
      },
      messages: { type: 'object', description: "This product's own words for the rule's messages" },
      remedy: {
        $ref: '#/$defs/setupSteps',
        description:
          "How to mend it, in place of the rule's own steps: every failure that remedies does not name",
      },
      remedies: {
        type: 'array',
        description: "How to mend certain failures, in place of the rule's own steps for them",
        minItems: 1,
        items: { $ref: '#/$defs/fittingSteps' },
      },
      source: { $ref: '#/$defs/requirementSource' },
    }),
    allOf: [...rules].map(([name, rule]) => ({
      if: { type: 'object', properties: { rule: { const: name } }, required: ['rule'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        ...(needsOptions(rule) ? { required: ['options'] } : {}),
        properties: {
          options: { $ref: `#/$defs/options-${name}` },
          messages: messagesOf(rule),
          remedies: remediesOf(rule),
        },
      },
    })),
  };
}

/** No options at all are the same as empty ones; a rule that wants some wants the key. */
function needsOptions({ meta: { options } }: Rule): boolean {
  return (options.required ?? []).length > 0 || (options.minProperties ?? 0) > 0;
}

/** Only failures can be mended: an editor offers their messages alone. */
function remediesOf({ meta: { failures } }: Rule): Schema {
  const failure = { type: 'array', items: { type: 'string', enum: failures } };
  return { type: 'array', items: { type: 'object', properties: { for: failure } } };
}

function messagesOf(rule: Rule): Schema {
  const properties = Object.entries(rule.meta.messages).map(([name, template]) => [
    name,
    { ...text, description: `In place of: ${template}` },
  ]);
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) };
}
