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
  readOnly: '{field} is {kind}, which nobody can edit: the requirement or the mapping is wrong',
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
    remedy: {
      lightning: [
        'Field-level security: Setup > Object Manager > {object} > Fields & Relationships: open the field and click Set Field-Level Security; beside the profile of the integration user select Visible and clear Read-Only; click Save',
        'The same in a permission set: Setup > Users > Permission Sets > Object Settings > {object} > Edit: select Read Access and Edit Access beside the field, click Save',
        'The right on the object: Setup > Users > Permission Sets > Object Settings > {object} > Edit: select {right} under Object Permissions, click Save',
        'A field that does not exist: Setup > Apps > Packaging > Installed Packages shows whether its package is installed, and in which version',
      ],
      classic: [
        'Field-level security: Setup > Build > Customize > {object} > Fields: open the field and click Set Field-Level Security; beside the profile of the integration user select Visible and clear Read-Only; click Save',
        'The same in a permission set: Setup > Administer > Manage Users > Permission Sets > Object Settings > {object} > Edit: select Read Access and Edit Access beside the field, click Save',
        'The right on the object: Setup > Administer > Manage Users > Profiles: click Edit beside the profile of the integration user, select {right} beside {object}, click Save',
        'A field that does not exist: Setup > Build > Installed Packages shows whether its package is installed, and in which version',
      ],
    },
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
    const said = faults.fail.length > 0 ? 'fail' : 'inconclusive';
    if (faults[said].length > 0) yield say[said]('hidden', { fields: listed(faults[said]) }, []);
  },
});

/** One field's finding, with how the field was found and what it was taken for. */
function findingOn(
  { asked, field, foundBy, candidates }: FieldAccess,
  read: FieldRead,
  say: Say<typeof messages>,
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
  if (read.message === 'granted') return say.pass('granted', data, evidence);
  return read.outcome === 'fail'
    ? say.fail(read.message, data, evidence)
    : say.inconclusive(read.message, data, evidence);
}
