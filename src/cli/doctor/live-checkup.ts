import { decideAll } from '../../access/decide-access.ts';
import { collectOrg } from '../../collector/org/collect-org.ts';
import { CollectorError } from '../../collector/org/collector-error.ts';
import { readOwnPermissions } from '../../collector/org/read-own-permissions.ts';
import type { OrgReader } from '../../collector/org/reader/org-reader.ts';
import type { UserSelection } from '../../collector/org/users.ts';
import { makeCheckup, type Probe } from '../../engine/index.ts';
import type { CheckedUsers, Checkup } from '../../model/checkup.ts';
import { rules } from '../../rules/registry.ts';
import { withLiveOrg } from '../live-org.ts';
import { answer, type Question, questionNeeds } from '../question.ts';
import type { OrgChoice } from '../sign-in.ts';
import { tool } from '../version.ts';
import type { World } from '../world.ts';

/** Whose eyes are to be checked, and for what. */
export interface CheckupRequest {
  readonly org: OrgChoice;
  readonly apiVersion?: string | undefined;
  readonly question: Question;
  /** Whom the audit is about; none: the auditor stands in for them. */
  readonly users: readonly string[];
}

/** Asks an org what the auditor may do, and reads what an audit would read. */
export const checkLiveOrg = (request: CheckupRequest, world: World): Promise<Checkup> =>
  withLiveOrg(request, world, async (reader) => {
    const own = await readOwnPermissions(reader);
    const { users, probe } = await probed(reader, request);
    const { caller, instanceUrl, organizationId, apiVersion } = reader;
    return makeCheckup({
      ...request.question,
      ...{ tool, rules, own, users, probe },
      org: { kind: 'org', instanceUrl, organizationId, apiVersion },
      checkedAt: reader.time(),
      cost: reader.cost(),
      auditor: caller.status === 'ok' ? caller.value : { userId: null, username: null },
    });
  });

/** The reads of an audit, of the users named, or of the auditor itself: they are the same ones. */
async function probed(
  reader: OrgReader,
  { users: asked, question }: CheckupRequest,
): Promise<{ readonly users: CheckedUsers; readonly probe: Probe | undefined }> {
  const itself = reader.caller.status === 'ok' ? [reader.caller.value.userId] : [];
  const users: UserSelection = asked.length > 0 ? asked : itself;
  if (users.length === 0) return { users: { asked, hidden: null }, probe: undefined };
  try {
    const snapshot = await collectOrg(reader, { users, needs: questionNeeds(question) });
    const results = answer(question, decideAll(snapshot));
    return { users: { asked, hidden: null }, probe: { snapshot, results } };
  } catch (error) {
    if (!(error instanceof CollectorError) || error.kind !== 'user-not-seen') throw error;
    return { users: { asked, hidden: error.message }, probe: undefined };
  }
}
