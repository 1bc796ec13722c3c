import type { ObjectRight } from '../model/container.ts';

/** What each right on an object requires in the same container (Object Reference, "ObjectPermissions"). */
export const requiredRights: Readonly<Record<ObjectRight, readonly ObjectRight[]>> = {
  read: [],
  create: ['read'],
  edit: ['read'],
  delete: ['read', 'edit'],
  viewAllRecords: ['read'],
  modifyAllRecords: ['read', 'edit', 'delete', 'viewAllRecords'],
  viewAllFields: [],
};
