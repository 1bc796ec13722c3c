import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setSarif } from '../report-files/set-of-orgs.ts';
import { runs } from '../runs.ts';
import { arbitraryReport } from './arbitrary-report.ts';
import { compared } from './baseline-fixture.ts';
import { hostile } from './hostile-report.ts';
import { compliant, drifted, inconclusive } from './report-fixture.ts';
import { logOf } from './sarif-run.ts';
import { inFiles, unchanged } from './source-fixture.ts';

const officialSchema = new URL(
  '../../node_modules/@microsoft/sarif-multitool-linux/sarif-2.1.0.json',
  import.meta.url,
);
const noSchema = existsSync(officialSchema)
  ? ''
  : ' (skipped: the schema comes with the validator for Linux)';

describe.skipIf(noSchema !== '')(`the official schema${noSchema}`, () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
    noSchema === '' ? JSON.parse(readFileSync(officialSchema, 'utf8')) : {},
  );

  test.each(Object.entries({ drifted, compliant, inconclusive, hostile, inFiles, unchanged, compared }))(
    'accepts the %s report',
    (_, report) => {
      validate(logOf(report));
      expect(validate.errors ?? []).toEqual([]);
    },
  );

  test('accepts many orgs in one log, read or not', () => {
    const failure = { exitCode: 4, message: 'It does not answer.' } as const;
    validate(
      JSON.parse(
        setSarif([
          { org: 'a', status: 'audited', report: compared },
          { org: 'b', status: 'unread', failure },
        ]),
      ),
    );
    expect(validate.errors ?? []).toEqual([]);
  });

  test('accepts any report', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        validate(logOf(report));
        expect(validate.errors ?? []).toEqual([]);
      }),
      runs(60),
    );
  });

  test('refuses a log that is not SARIF', () => {
    const log = logOf(drifted);
    expect(validate({ ...log, runs: [{ ...log.runs[0], results: [{ level: 'error' }] }] })).toBe(false);
  });
});
