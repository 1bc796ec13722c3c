import type { Result as SarifResult } from 'sarif';
import { describe, expect, test } from 'vitest';
import { reportOf } from './report-fixture.ts';
import { accountAccess, blindGap, fact } from './result-fixture.ts';
import { runOf } from './sarif-run.ts';

const uriOf = ({ locations }: SarifResult) => locations?.[0]?.physicalLocation?.artifactLocation?.uri;

describe('where an alert stands', () => {
  test('names the permission, and where the requirement stands', () => {
    const [alert] = runOf(reportOf('non-compliant', [accountAccess])).results;
    expect(alert?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'packs/demandbase-data-integrity.json', uriBaseId: 'SRCROOT' },
          region: { startLine: 42, startColumn: 5 },
        },
        logicalLocations: [
          {
            name: 'View All',
            fullyQualifiedName: 'integration@acme.example/Account/View All',
            kind: 'resource',
          },
        ],
      },
    ]);
  });

  test.each([
    ['what could not be known', [{ kind: 'gap', about: 'Flows', gap: blindGap, text: 'x' }], ['Flows']],
    [
      'a fact, where no permission is lacking',
      [{ kind: 'fact', about: 'Frozen', value: true, text: 'x' }],
      ['Frozen'],
    ],
    ['the user, where there is no evidence', [], ['']],
    [
      'no fact beside a permission',
      [...accountAccess.evidence, fact('Edition', 'x', 'x')],
      ['Account/View All'],
    ],
    [
      'a name with a slash as one level',
      [{ kind: 'gap', about: 'A/B: C', gap: blindGap, text: 'x' }],
      ['A|B/C'],
    ],
  ] as const)('names %s', (_, evidence, paths) => {
    const [alert] = runOf(reportOf('non-compliant', [{ ...accountAccess, evidence }])).results;
    const names = alert?.locations?.[0]?.logicalLocations?.map(
      ({ fullyQualifiedName }) => fullyQualifiedName,
    );
    expect(names).toEqual(paths.map((path) => `integration@acme.example${path === '' ? '' : `/${path}`}`));
  });

  test.each([
    ['stays below the root', 'packs/mine.json', 'packs/mine.json'],
    ['is simplified', './packs/../mine//x.json', 'mine/x.json'],
    ['of Windows has slashes', 'packs\\mine.json', 'packs/mine.json'],
    ['is encoded', 'my packs/ü#1?.json', 'my%20packs/%C3%BC%231%3F.json'],
    ['outside the root goes by its name', '../other/mine.json', 'mine.json'],
    ['that is absolute goes by its name', '/home/me/mine.json', 'mine.json'],
    ['on a Windows drive goes by its name', 'C:\\Users\\me\\mine.json', 'mine.json'],
    ['without a name still is a place', '/', 'unknown'],
  ])('a path %s', (_, file, uri) => {
    const [alert] = runOf(
      reportOf('non-compliant', [{ ...accountAccess, definedAt: { file, line: 1, column: 1 } }]),
    ).results;
    expect(alert && uriOf(alert)).toBe(uri);
  });
});
