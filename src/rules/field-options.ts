import type { FieldNeed } from '../model/needs.ts';

const pattern = '^[A-Za-z][A-Za-z0-9_]*\\.[A-Za-z][A-Za-z0-9_]*$';

/** How options name fields: `Account.Name__c`, or with the label by which to find one whose name differs. */
export const fieldListSchema = {
  type: 'array',
  description: 'The fields, each as Object.Field by API name, or with a label as well',
  minItems: 1,
  items: {
    anyOf: [
      { type: 'string', description: 'Object.Field, such as Account.Industry', pattern },
      {
        type: 'object',
        additionalProperties: false,
        required: ['field'],
        properties: {
          field: { type: 'string', description: 'Object.Field, such as Account.Industry', pattern },
          label: {
            type: 'string',
            description:
              'The label on the vendor’s page, to find the field where an org names it differently',
          },
        },
      },
    ],
  },
} as const;

type FieldOption = string | { readonly field: string; readonly label?: string };

/** What options say, as what must be read. Names are valid already: there is one dot at least. */
export function fieldNeeds(fields: readonly FieldOption[]): readonly FieldNeed[] {
  return fields.map((option) => {
    const { field: path, label } = typeof option === 'string' ? { field: option, label: undefined } : option;
    const dot = path.indexOf('.');
    const need = { object: path.slice(0, dot), field: path.slice(dot + 1) };
    return label === undefined ? need : { ...need, label };
  });
}
