import type { Part } from '../../../model/part.ts';
import type { Limits, Organization } from '../../../model/snapshot.ts';
import { ok, unavailable } from '../../parts.ts';
import { mends } from '../mends.ts';
import { isObject } from '../reader/outcome.ts';
import type { ResourceRead, Row, RowsRead } from '../reader/read.ts';
import { soql } from '../soql.ts';
import { flag, parsed, text } from './cells.ts';

export const organizationRead: RowsRead = {
  kind: 'rows',
  part: 'the organization',
  soql: [soql`SELECT Id, Name, OrganizationType, IsSandbox FROM Organization`],
  mend: mends.viewSetup,
};

export function organizationOf(rows: Part<readonly Row[]>): Part<Organization> {
  const organization = parsed(rows, ([row]) =>
    row === undefined
      ? undefined
      : {
          id: text(row, 'Id'),
          name: text(row, 'Name'),
          edition: text(row, 'OrganizationType'),
          isSandbox: flag(row, 'IsSandbox'),
        },
  );
  if (organization.status === 'unavailable') return organization;
  if (organization.value !== undefined) return ok(organization.value);
  return unavailable({
    code: 'auditor-blind',
    message: 'The org did not show its own Organization record',
    query: organizationRead.soql.join(),
    mend: mends.viewSetup,
  });
}

export const limitsRead: ResourceRead = {
  kind: 'resource',
  part: 'the API limits',
  path: 'limits',
  mend: mends.viewSetup,
};

/** `DailyApiRequests` also holds one object per connected app, which says nothing of the whole. */
export function limitsOf(body: Part<unknown>): Part<Limits> {
  if (body.status === 'unavailable') return body;
  const daily = isObject(body.value) ? body.value.DailyApiRequests : undefined;
  const { Max: max, Remaining: remaining } = isObject(daily) ? daily : {};
  if (typeof max === 'number' && typeof remaining === 'number')
    return ok({ dailyApiRequests: { max, remaining } });
  return unavailable({
    code: 'query-failed',
    message: 'The org left DailyApiRequests out of its limits',
    query: limitsRead.path,
    mend: mends.viewSetup,
  });
}
