import type {
  Access,
  AssignmentRef,
  ContainerRef,
  Decision,
  Grant,
  NearMiss,
} from '../../src/model/access.ts';
import type { LoadedPack, Pack, Requirement, Settings } from '../../src/model/pack.ts';
import type { Gap, Json, Location } from '../../src/model/part.ts';
import type { Finding, Rule } from '../../src/model/rule.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Subject } from '../../src/model/subject.ts';

/** A rule that finds what its options say: the engine is tested, not the rules. */
export const scripted: Rule = {
  meta: {
    id: 'scripted',
    title: 'Scripted',
    rationale: 'Because the test says so.',
    options: { type: 'object', additionalProperties: false, properties: {} },
    messages: { said: '{text}', about: '{object}: {rights} not granted' },
    failures: ['said', 'about'],
    remedy: { lightning: ['Open Setup.', 'Tick {rights} on {object}.'], classic: ['Open classic Setup.'] },
  },
  needs: (options) => (options as { needs?: object }).needs ?? {},
  *check(_access, options) {
    yield* (options as { findings?: readonly Finding[] }).findings ?? [];
  },
};

/** A rule that does as it is told when it is asked something. */
export const behaving = (id: string, behaviour: Partial<Rule>): Rule => ({
  ...scripted,
  meta: { ...scripted.meta, id },
  ...behaviour,
});

export const rulesOf = (...rules: readonly Rule[]): ReadonlyMap<string, Rule> =>
  new Map([scripted, ...rules].map((rule) => [rule.meta.id, rule]));

export const finding = (outcome: Finding['outcome'], text: string, more: Partial<Finding> = {}): Finding => ({
  outcome,
  message: 'said',
  data: { text },
  evidence: [],
  ...more,
});

/** A requirement that comes to these findings. */
export function requirement(
  id: string,
  findings: readonly Finding[] = [],
  more: Partial<Requirement> = {},
): Requirement {
  return {
    id,
    title: `Title of ${id}`,
    level: 'error',
    rule: 'scripted',
    options: { findings: findings as unknown as Json },
    why: 'The sync stops.',
    source: { page: 'setup', section: 'step 5', quote: 'Read, Create, Edit' },
    ...more,
  };
}

export function packOf(requirements: readonly Requirement[], more: Partial<Pack> = {}): LoadedPack {
  const pack: Pack = {
    id: 'acme-sync',
    version: '1.0.0',
    title: 'Acme Sync',
    description: 'What Acme Sync needs.',
    vendor: 'Acme',
    sources: { setup: { title: 'Set up', url: 'https://acme.example/setup', checked: '2026-08-01' } },
    features: {
      routing: { title: 'Lead routing', default: true },
      trees: { title: 'Account trees', default: false },
    },
    variants: { admin: { title: 'Administrator', description: 'An administrator stands in.' } },
    parameters: { mapped: { type: 'array' }, sender: { type: 'string', default: 'acme' } },
    requirements,
    ...more,
  };
  const locations = Object.fromEntries(
    requirements.map(({ id }, index) => [id, { file: 'packs/acme.json', line: 10 + index, column: 5 }]),
  );
  return { pack, file: 'packs/acme.json', locations };
}

export const settings = (more: Partial<Settings> = {}): Settings => ({
  variant: null,
  features: {},
  parameters: {},
  fieldNames: {},
  failOn: 'error',
  levels: {},
  waivers: [],
  ...more,
});

export const subject = (name = 'sync@acme.example'): Subject => ({
  kind: 'user',
  id: `005${name}`,
  name,
  title: `Mr ${name}`,
});

/** A profile with permission sets, in metadata files. */
export const persona = (name = 'integration'): Subject => ({
  kind: 'persona',
  id: `persona:${name}`,
  name,
  title: "profile 'API Only', permission set 'Sync extras'",
});

/** A place in metadata files. */
export const place = (line: number, file = 'extras.xml', column = 9): Location => ({ file, line, column });

export const gap = (message: string, mend?: string): Gap => ({
  code: 'auditor-blind',
  message,
  ...(mend !== undefined && { mend }),
});

const unavailable = { status: 'unavailable', reason: gap('nobody looked') } as const;

export const edition = (name: string): Access['organization'] => ({
  status: 'ok',
  value: { id: '00D', name: 'Acme', edition: name, isSandbox: false },
});

export const accessOf = (more: Partial<Access> = {}): Access => ({
  accessVersion: 1,
  subject: subject(),
  asOf: '2026-10-02T08:00:00.000Z',
  organization: edition('Enterprise Edition'),
  user: unavailable,
  profile: unavailable,
  login: unavailable,
  profilePeers: unavailable,
  limits: unavailable,
  systemPermissions: {},
  objects: {},
  fields: {},
  flows: unavailable,
  otherFlows: null,
  permissionSetLicenses: {},
  assignments: unavailable,
  ...more,
});

export const snapshotOf = (subjects: readonly Subject[], more: Partial<Snapshot> = {}): Snapshot => ({
  snapshotVersion: 1,
  collectedAt: '2026-10-02T08:00:00.000Z',
  source: { kind: 'org', instanceUrl: 'https://acme.example', organizationId: '00D', apiVersion: '67.0' },
  cost: { roundTrips: 3, apiCalls: 9 },
  needs: {},
  auditor: { status: 'ok', value: { userId: '005', username: 'auditor@acme.example', permissions: [] } },
  organization: edition('Enterprise Edition'),
  limits: { status: 'ok', value: { dailyApiRequests: { max: 10, remaining: 9 } } },
  availablePermissions: { status: 'ok', value: [] },
  permissionableObjects: { status: 'ok', value: [] },
  catalogue: {},
  flows: { status: 'ok', value: [] },
  otherFlows: null,
  subjects: subjects.map((each) => ({
    subject: each,
    user: unavailable,
    profile: unavailable,
    login: { status: 'ok', value: { isFrozen: false, isPasswordLocked: false } },
    profilePeers: { status: 'ok', value: { total: 0, examples: [] } },
    assignments: { status: 'ok', value: [] },
    permissionSetLicenses: { status: 'ok', value: [] },
  })),
  containers: [],
  groups: [],
  warnings: [],
  ...more,
});

export const container = (kind: ContainerRef['kind'], title: string): ContainerRef => ({
  id: `${kind} ${title}`,
  kind,
  title,
});

export const assignment = (more: Partial<AssignmentRef> = {}): AssignmentRef => ({
  id: '0Pa1',
  group: null,
  expires: null,
  ...more,
});

export const group = (title: string, status = 'Updated'): AssignmentRef['group'] => ({
  id: `0PG ${title}`,
  title,
  status,
});

export const grant = (from: ContainerRef, more: Partial<Grant> = {}): Grant => ({
  container: from,
  through: assignment({ id: `0Pa ${from.title}` }),
  entry: { kind: 'object', object: 'Account', right: 'read' },
  ...more,
});

export const granted = (...grants: [Grant, ...Grant[]]): Decision => ({ decision: 'granted', grants });
export const denied = (...nearMisses: readonly NearMiss[]): Decision => ({ decision: 'denied', nearMisses });
export const unknown = (...because: [Gap, ...Gap[]]): Decision => ({
  decision: 'unknown',
  because,
  nearMisses: [],
});

export const nearMiss = (
  kind: NearMiss['kind'],
  from: ContainerRef,
  more: Partial<NearMiss> = {},
): NearMiss => ({
  kind,
  container: from,
  through: kind === 'not-assigned' ? null : assignment({ id: `0Pa ${from.title}` }),
  entry: { kind: 'object', object: 'Account', right: 'viewAllRecords' },
  ...more,
});

/** What is not granted, with the place where an entry could be added. */
export const addable = (decision: Decision, to: ContainerRef, at: Location): Decision =>
  decision.decision === 'granted' ? decision : { ...decision, place: { container: to, at } };
