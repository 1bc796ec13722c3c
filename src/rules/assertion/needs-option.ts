import type { Needs } from '../../model/needs.ts';
import type { OptionsOf } from '../../model/options-schema.ts';
import { fieldListSchema, fieldNeeds } from '../field-options.ts';

const wanted = { type: 'boolean', enum: [true] } as const;

function names(description: string) {
  return { type: 'array', description, minItems: 1, items: { type: 'string' } } as const;
}

/** What an assertion looks at, in the words of `Needs`. */
export const needsSchema = {
  type: 'object',
  description: 'The parts of the access document that the schema speaks of; nothing else is in it',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    organization: wanted,
    user: wanted,
    login: wanted,
    profilePeers: wanted,
    limits: wanted,
    systemPermissions: names('API names without "Permissions", such as ApiEnabled'),
    objects: names('API names of objects'),
    fields: fieldListSchema,
    flows: wanted,
    permissionSetLicenses: names('Developer names of permission set licences'),
    assignments: wanted,
  },
} as const;

/** The option as needs: fields are written in a shorter form there. */
export function needsOf({ fields, ...rest }: OptionsOf<typeof needsSchema>): Needs {
  return fields ? { ...rest, fields: fieldNeeds(fields) } : rest;
}
