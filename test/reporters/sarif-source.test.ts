import type { Result as SarifResult } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { Report, Result } from '../../src/model/report.ts';
import { compliant, drifted, reportOf } from './report-fixture.ts';
import { accountAccess } from './result-fixture.ts';
import { runOf } from './sarif-run.ts';
import {
  apiOnly,
  at,
  inFiles,
  integration,
  refused,
  skipped,
  sourceOf,
  syncSet,
  unchanged,
} from './source-fixture.ts';

const reportOn = (found: Partial<Result> = {}, given: Partial<Report> = {}): Report =>
  reportOf('non-compliant', [{ ...refused, ...found }], { source: sourceOf(), ...given });

function alertOn(report: Report): SarifResult {
  const [alert] = runOf(report).results;
  if (alert === undefined) throw new Error('no alert');
  return alert;
}

const syncUri = 'force-app/main/default/permissionsets/Sync.permissionset-meta.xml';
const pack = {
  artifactLocation: { uri: 'packs/demandbase-data-integrity.json', uriBaseId: 'SRCROOT' },
  region: { startLine: 42, startColumn: 5 },
};

describe('an alert about files', () => {
  test('stands at the entry, with what stands there', () => {
    expect(alertOn(reportOn()).locations?.[0]).toMatchObject({
      physicalLocation: {
        artifactLocation: { uri: syncUri, uriBaseId: 'SRCROOT' },
        region: {
          startLine: 12,
          startColumn: 9,
          endLine: 12,
          endColumn: 9 + '<allowEdit>false</allowEdit>'.length,
          snippet: { text: '<allowEdit>false</allowEdit>' },
        },
      },
      logicalLocations: [{ fullyQualifiedName: 'integration/Account/Edit' }],
    });
  });

  test.each([
    ['nothing', undefined, { startLine: 12, startColumn: 9 }],
    ['an empty text', '', { startLine: 12, startColumn: 9 }],
    [
      'more than a line',
      '<a>\r\n</a>',
      { startLine: 12, startColumn: 9, endLine: 12, endColumn: 12, snippet: { text: '<a>' } },
    ],
    [
      'a text that is wider than its letters are many',
      '<a>😀é</a>',
      { startLine: 12, startColumn: 9, endLine: 12, endColumn: 19, snippet: { text: '<a>😀é</a>' } },
    ],
  ])('with %s as its snippet has a region that fits', (_, snippet, region) => {
    const { locations } = alertOn(reportOn({ at: at(syncSet, 12, snippet) }));
    expect(locations?.[0]?.physicalLocation?.region).toEqual(region);
  });

  test('tells what grants and mutes, and where the requirement stands', () => {
    const { relatedLocations } = alertOn(reportOn());
    expect(relatedLocations?.map(({ id, message }) => [id, message?.text])).toEqual([
      [1, "Profile 'API Only' grants Account: Read."],
      [2, "Muting permission set 'Quiet' takes away Account: Edit."],
      [3, "The requirement 'account-access' of 'demandbase-data-integrity'."],
    ]);
    expect(relatedLocations?.[0]?.physicalLocation?.region?.snippet?.text).toBe(
      '<allowRead>true</allowRead>',
    );
    expect(relatedLocations?.[2]?.physicalLocation).toEqual(pack);
  });

  test('without a place in them stands where the requirement does, as one about an org', () => {
    const alert = alertOn(reportOn({ at: null, related: [] }));
    expect(alert.locations?.[0]?.physicalLocation).toEqual(pack);
    expect(alert.relatedLocations).toBeUndefined();
    expect(runOf(drifted).results.some(({ relatedLocations }) => relatedLocations !== undefined)).toBe(false);
  });

  test('names who it is about by kind', () => {
    expect(alertOn(reportOn()).properties).toMatchObject({ persona: 'integration' });
    expect(alertOn(drifted).properties).toMatchObject({ user: 'integration@acme.example' });
  });
});

test('the files are listed with what they are to the run', () => {
  const artifacts = runOf(inFiles).artifacts?.map(({ location, roles }) => [location?.uri, roles]);
  expect(artifacts).toEqual([
    ['force-app/Sync%20extras.permissionset-meta.xml', ['analysisTarget']],
    ['force-app/main/default/mutingpermissionsets/Quiet.mutingpermissionset-meta.xml', ['analysisTarget']],
    [syncUri, ['analysisTarget']],
    [apiOnly.replaceAll(' ', '%20'), ['analysisTarget']],
    ['packs/demandbase-data-integrity.json', ['toolSpecifiedConfiguration']],
  ]);
});

describe('what was odd in the reading is a note, and what could not be read a warning, each at its place', () => {
  const notifications = runOf(inFiles).invocations?.[0]?.toolExecutionNotifications ?? [];
  test.each([
    ['syncgate/file-unreadable', 'warning', 'force-app/Sync%20extras.permissionset-meta.xml', 30],
    ['syncgate/reading-duplicate-entry', 'note', syncUri, 100],
  ])('%s', (id, level, uri, line) => {
    const notice = notifications.find(({ descriptor }) => descriptor?.id === id);
    expect(notice).toMatchObject({
      level,
      locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: line } } }],
    });
    const known = runOf(inFiles).tool.driver.notifications?.[notice?.descriptor?.index ?? -1];
    expect(known).toMatchObject({ id, defaultConfiguration: { level } });
  });
});

describe('the fingerprint of a finding in files', () => {
  const printsOf = (report: Report) => alertOn(report).partialFingerprints;
  test('is made of project, persona, pack and requirement', () => {
    expect(printsOf(reportOn())?.['syncgate/v1']).toBe(
      'force-app%2Bother/persona%3Aintegration/demandbase-data-integrity/account-access',
    );
  });
  test.each<readonly [string, Report]>([
    ['lines move', reportOn({ at: at(syncSet, 999), related: [] })],
    ['the entry moves to another file', reportOn({ at: at(apiOnly, 3) })],
    ['the project is checked out elsewhere', withDirectories('/home/me/acme/force-app', 'C:\\work\\other')],
    ['the folders are named otherwise', withDirectories('./other/', 'force-app')],
    ['it is read again', reportOn({}, { source: { ...sourceOf({ apiVersion: null }), snapshot: 'x.json' } })],
  ])('is the same though %s', (_, report) => {
    expect(printsOf(report)).toEqual(printsOf(reportOn()));
  });
  test('is another for another project, persona or requirement', () => {
    const all = [
      reportOn(),
      withDirectories('force-app'),
      withDirectories('.'),
      reportOn({ subject: { ...integration, id: 'persona:other' } }),
      reportOn({ requirement: 'other' }),
      drifted,
    ].map((report) => printsOf(report)?.primaryLocationLineHash);
    expect(new Set(all).size).toBe(all.length);
  });

  function withDirectories(...directories: readonly string[]): Report {
    return reportOn({}, { source: sourceOf({ directories }) });
  }
});

describe('the id of a run on files', () => {
  const idOf = (report: Report) => runOf(report).automationDetails?.id;
  const facts = {
    org: {
      kind: 'org',
      instanceUrl: 'https://acme.my.salesforce.com',
      organizationId: '00DAcme',
      apiVersion: '67.0',
    },
    collectedAt: '2026-10-03T00:00:00Z',
  } as const;
  test.each<readonly [string, Report, string]>([
    ['names the project and the persona', reportOn(), 'force-app+other/integration/'],
    [
      'names the org of its facts',
      reportOn({}, { source: sourceOf({ facts }) }),
      'force-app+other/00DAcme/integration/',
    ],
    [
      'of several personas names none',
      reportOn({}, { subjects: [integration, { ...integration, id: 'b', name: 'b' }] }),
      'force-app+other/',
    ],
    [
      'of some of several names those, so that the alerts of the others stay open',
      reportOn({}, { subjects: [integration, { ...integration, id: 'b', name: 'b' }], skipped }),
      'force-app+other/integration+b/',
    ],
    ['of nobody is its own, so that no alert is closed', unchanged, 'force-app+other/unchanged/'],
  ])('%s', (_, report, id) => {
    expect(idOf(report)).toBe(`syncgate/demandbase-data-integrity/${id}`);
  });
});

test('a run of nobody says who was left out and why, and has no result', () => {
  const run = runOf(unchanged);
  expect(run.results).toEqual([]);
  expect(run.properties?.verdict).toBe('unchanged');
  expect(run.invocations?.[0]).toMatchObject({
    executionSuccessful: true,
    properties: {
      verdict: 'unchanged',
      skipped: [{ persona: 'reader', because: 'none of its files changed since origin/main' }],
    },
  });
  expect(runOf(compliant).invocations?.[0]?.properties).toBeUndefined();
});

test('an alert on a user of an org is the same as ever', () => {
  expect(alertOn(reportOf('non-compliant', [accountAccess]))).toMatchObject({
    locations: [{ physicalLocation: pack }],
    properties: { verdict: 'fail', user: 'integration@acme.example' },
  });
});
