import type { FieldAccess } from '../model/access.ts';
import { listed } from '../plain/lists.ts';
import { undecided } from './decisions.ts';
import { defineRule, type Say } from './define-rule.ts';
import { decided, fact } from './evidence.ts';
import { type FieldRead, judgeField } from './field-judgement.ts';
import { fieldListSchema, fieldNeeds } from './field-options.ts';

const messages = {
  granted: '{field}: {right} is granted',
  absent:
    'The field {field} does not exist: correct its name, install or upgrade the package that brings it, or map the name in the configuration (fieldNames)',
  readOnly:
    '{field} is {kind}: nobody can write it through the API, so the requirement or the mapping is wrong',
  fieldMissing: '{field}: field-level security does not allow {right}',
  objectMissing: '{field}: field-level security allows {right}, but {right} on {object} is missing',
  bothMissing: '{field}: field-level security does not allow {right}, and {right} on {object} is missing too',
  objectMissingAtLeast:
    '{field}: {right} on {object} is missing; whether field-level security allows {right} could not be known',
  existenceUnknown: 'Whether the field {field} exists could not be known',
  unknown: '{field}: whether {right} is granted could not be known',
  hidden:
    'The vendor does not offer {fields} in its field mapping and syncs silently: a missing permission shows nowhere until values are missing',
} as const;

const failures = [
  'absent',
  'readOnly',
  'fieldMissing',
  'objectMissing',
  'bothMissing',
  'objectMissingAtLeast',
  'hidden',
] as const;

export const fieldAccess = defineRule({
  meta: {
    id: 'field-access',
    title: 'Field access',
    rationale:
      'A field needs two grants: the right on its object, and field-level security. Where either is missing, the API leaves the field out on reading and refuses it on writing, and a sync loses values, often without a word.',
    options: {
      type: 'object',
      additionalProperties: false,
      required: ['fields', 'require'],
      properties: {
        fields: fieldListSchema,
        require: { type: 'string', description: 'Edit includes Read', enum: ['read', 'edit'] },
        hidden: {
          type: 'boolean',
          description:
            'The vendor syncs these fields without offering them in its field mapping, so a fault shows nowhere',
          default: false,
        },
      },
    },
    example: {
      fields: ['Contact.Title', { field: 'Account.Tier__c', label: 'Customer tier' }],
      require: 'edit',
    },
    messages,
    failures,
    remedies: [
      {
        for: ['fieldMissing', 'bothMissing'],
        lightning: [
          'Setup > Object Manager > {object} > Fields & Relationships: open the field and click Set Field-Level Security; beside the profile of the integration user select Visible (for Edit, clear Read-Only too), and click Save',
          'Or in one of its permission sets: Setup > Users > Permission Sets > Object Settings > {object}: click Edit, select Read Access (for Edit, Edit Access too) beside the field, and click Save',
        ],
        classic: [
          'Setup > Build > Customize > {object} > Fields: open the field and click Set Field-Level Security; beside the profile of the integration user select Visible (for Edit, clear Read-Only too), and click Save',
          'Or in one of its permission sets: Setup > Administer > Manage Users > Permission Sets > Object Settings > {object}: click Edit, select Read Access (for Edit, Edit Access too) beside the field, and click Save',
        ],
      },
      {
        for: ['objectMissing', 'bothMissing', 'objectMissingAtLeast'],
        lightning: [
          'Setup > Users > Profiles: open the profile of the integration user, Object Settings > {object}, click Edit, select {right}, and click Save',
        ],
        classic: [
          'Setup > Administer > Manage Users > Profiles: click Edit beside the profile of the integration user, select {right} beside {object}, and click Save',
        ],
      },
      {
        for: ['absent'],
        lightning: [
          'Setup > Apps > Packaging > Installed Packages shows whether the package of the field is installed, and in which version',
        ],
        classic: [
          'Setup > Build > Installed Packages shows whether the package of the field is installed, and in which version',
        ],
      },
    ],
  },
  needs: ({ fields }) => {
    const needs = fieldNeeds(fields);
    return { fields: needs, objects: [...new Set(needs.map(({ object }) => object))] };
  },
  *check({ fields: accesses, objects }, { fields, require, hidden }, say) {
    const faults = { fail: [] as string[], inconclusive: [] as string[] };
    for (const { object, field } of fieldNeeds(fields)) {
      const key = `${object}.${field}`;
      const access = Object.hasOwn(accesses, key) ? accesses[key] : undefined;
      const finding = access
        ? findingOn(access, judgeField(access, objects, require), say)
        : say.inconclusive('existenceUnknown', { field: key }, [decided(key, undecided(key))]);
      if (finding.outcome !== 'pass') faults[finding.outcome].push(key);
      yield finding;
    }
    if (!hidden) return;
    if (faults.fail.length > 0) yield say.fail('hidden', { fields: listed(faults.fail) }, []);
    else if (faults.inconclusive.length > 0)
      yield say.inconclusive('hidden', { fields: listed(faults.inconclusive) }, []);
  },
});

/** One field's finding, with how the field was found and what it was taken for. */
function findingOn(
  { asked, field, foundBy, candidates }: FieldAccess,
  read: FieldRead,
  say: Say<typeof messages, (typeof failures)[number]>,
) {
  const path = `${asked.object}.${asked.field}`;
  const name = asked.label === undefined ? path : `${path} (${asked.label})`;
  const data = {
    field: name,
    object: asked.object,
    right: read.right,
    kind: read.kind ?? 'a read-only field',
  };
  const evidence = [...read.evidence];
  if (field.status === 'ok' && field.value !== null && foundBy !== 'name' && foundBy !== null) {
    const how = foundBy === 'label' ? 'by its label' : 'by the name in the configuration';
    evidence.unshift(fact(`${path} was found ${how}`, `${asked.object}.${field.value.name}`));
  }
  if (read.message === 'absent' && candidates.length > 0)
    evidence.push(fact('Fields with a near name or label', candidates));
  if (read.outcome === 'pass') return say.pass(read.message, data, evidence);
  return read.outcome === 'fail'
    ? say.fail(read.message, data, evidence)
    : say.inconclusive(read.message, data, evidence);
}
