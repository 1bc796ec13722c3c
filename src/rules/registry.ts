import type { Rule } from '../model/rule.ts';
import { apiLimits } from './api-limits.ts';
import { assert } from './assert.ts';
import { assignmentHealth } from './assignment-health.ts';
import { dedicatedUser } from './dedicated-user.ts';
import { fieldAccess } from './field-access.ts';
import { flowAccess } from './flow-access.ts';
import { objectAccess } from './object-access.ts';
import { orgEdition } from './org-edition.ts';
import { permissionSetLicense } from './permission-set-license.ts';
import { profile } from './profile.ts';
import { systemPermission } from './system-permission.ts';
import { userLicense } from './user-license.ts';
import { userState } from './user-state.ts';

/** All rules, by id, in alphabetical order. */
export const rules: ReadonlyMap<string, Rule> = new Map(
  [
    apiLimits,
    assert,
    assignmentHealth,
    dedicatedUser,
    fieldAccess,
    flowAccess,
    objectAccess,
    orgEdition,
    permissionSetLicense,
    profile,
    systemPermission,
    userLicense,
    userState,
  ].map((rule) => [rule.meta.id, rule]),
);
