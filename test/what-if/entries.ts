import type { FieldRight } from '../../src/model/access.ts';
import type { Entries } from '../../src/model/container.ts';
import type { Holds } from '../access/snapshot-builder.ts';

/** Entries, as short as they can be said. A field's right is that right alone. */
export const entries = ({ system = [], objects = {}, fields = {}, flows = [] }: Holds): Entries => ({
  systemPermissions: system.map((permission) => ({ permission })),
  objects: Object.entries(objects).map(([object, rights]) => ({ object, rights })),
  fields: Object.entries<FieldRight>(fields).map(([name, right]) => {
    const [object = '', field = ''] = name.split('.');
    return { object, field, read: right === 'read', edit: right === 'edit' };
  }),
  flows: flows.map((flowId) => ({ flowId })),
});
