import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GeneratedFile } from './generated-file.ts';
import { draft, type Schema } from './pack-definitions.ts';

/**
 * The JSON Schema of a set of reports. The schema of one report stands in it as it is, as a resource of its own: who
 * validates a set needs this file alone.
 */
export async function reportSetSchema(root: string): Promise<GeneratedFile> {
  const report = JSON.parse(await readFile(join(root, 'schemas/report.schema.json'), 'utf8')) as Schema;
  return {
    path: 'schemas/report-set.schema.json',
    text: `${JSON.stringify({ ...reportSet, $defs: { ...definitions, report } }, null, 2)}\n`,
  };
}

function closed(description: string, properties: Schema, optional: Schema = {}): Schema {
  return {
    type: 'object',
    description,
    additionalProperties: false,
    required: Object.keys(properties),
    properties: { ...properties, ...optional },
  };
}

const amount = (description: string): Schema => ({ type: 'integer', minimum: 0, description });

const position = (description: string): Schema => ({ type: 'integer', minimum: 1, description });

const shard = closed('Which part of the whole this is. Absent where it is the whole.', {
  index: position('Which one, counted from 1.'),
  count: position('Of how many.'),
});

const reportSet: Schema = {
  $schema: draft,
  $id: 'urn:syncgate:schema:report-set',
  title: 'syncgate report set',
  ...closed(
    'What many orgs came to: a report of each, or why there is none.',
    {
      reportSetVersion: { const: 1, description: 'Version of this format.' },
      tool: closed('What made it.', {
        name: { const: 'syncgate' },
        version: { type: 'string', description: 'Its version.' },
      }),
      verdict: { $ref: '#/$defs/setVerdict' },
      summary: { $ref: '#/$defs/setSummary' },
      orgs: {
        type: 'array',
        description: 'By name.',
        minItems: 1,
        items: { $ref: '#/$defs/orgOutcome' },
      },
    },
    { shard },
  ),
};

const name: Schema = { type: 'string', description: 'As the configuration names it.' };

const definitions: Schema = {
  setVerdict: {
    description: 'The worst of its orgs. Unread: none failed, and one could not be audited at all.',
    enum: ['compliant', 'non-compliant', 'inconclusive', 'unchanged', 'unread'],
  },
  setSummary: closed('How many orgs came to what.', {
    orgs: amount('All of them.'),
    compliant: amount('Orgs in which all that counts is met.'),
    nonCompliant: amount('Orgs in which something that counts failed.'),
    inconclusive: amount('Orgs in which nothing failed and something could not be known.'),
    unchanged: amount('Orgs in which nothing was audited, since nothing changed.'),
    unread: amount('Orgs that could not be audited at all.'),
  }),
  orgOutcome: {
    description: 'What one org came to.',
    oneOf: [
      closed('An org that was audited.', {
        org: name,
        status: { const: 'audited' },
        report: { $ref: 'urn:syncgate:schema:report' },
      }),
      closed('An org that could not be audited.', {
        org: name,
        status: { const: 'unread' },
        failure: { $ref: '#/$defs/orgFailure' },
      }),
    ],
  },
  orgFailure: closed('Why an org could not be audited.', {
    exitCode: {
      description:
        'That of a run on this org alone: 2 wrong configuration, 4 nothing could be read, 70 a bug.',
      enum: [2, 4, 70],
    },
    message: { type: 'string', description: 'What happened, to which thing, what to do now.' },
  }),
};
