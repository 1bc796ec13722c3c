import type { Needs } from '../../model/needs.ts';
import type { OptionsOf } from '../../model/options-schema.ts';
import { fieldListSchema, fieldNeeds } from '../field-options.ts';

function wanted(description: string) {
  return { type: 'boolean', description, enum: [true] } as const;
}

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
    organization: wanted('The edition of the org, and whether it is a sandbox'),
    user: wanted('The row of the user'),
    profile: wanted('The profile of the user, and its licence'),
    login: wanted('Whether the user is frozen or locked out'),
    profilePeers: wanted('The other active users of the profile'),
    limits: wanted('The daily API calls'),
    systemPermissions: names('API names without "Permissions", such as ApiEnabled'),
    objects: names('API names of objects'),
    fields: fieldListSchema,
    flows: wanted(
      'Active flows, whether they restrict their access, and whether the user may run them; otherFlows is null where these are all',
    ),
    permissionSetLicenses: names('Developer names of permission set licences'),
    assignments: wanted('What is assigned to the user'),
  },
} as const;

/** The option as needs: fields are written in a shorter form there. */
export function needsOf({ fields, ...rest }: OptionsOf<typeof needsSchema>): Needs {
  return fields ? { ...rest, fields: fieldNeeds(fields) } : rest;
}
