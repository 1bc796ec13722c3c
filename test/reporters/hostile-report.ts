import type { Location } from '../../src/model/part.ts';
import type { Report } from '../../src/model/report.ts';
import { reportOf } from './report-fixture.ts';
import { accountAccess, blindGap, fact, integrationUser, vendorPage } from './result-fixture.ts';

/** Names a malicious administrator could choose. */
export const hostileNames = [
  '\u001b[2J\u001b[31mAll fine\u001b]8;;http://evil.example\u0007',
  'line\nbreak\r\ttab',
  'right\u202eto left\u2066',
  'zero\u200bwidth\ufeff\u00ad\u{e0041}',
  '日本語の権限セット 👨‍👩‍👧‍👦 é́́́́́́ 🇩🇪',
  '[a](javascript:alert(1)) <img src=x onerror=alert(1)> `|` **b** {0}',
  '../../%2e%2e/ü ä#?.json',
  'x'.repeat(300),
  '\ud800 half',
] as const;

const placeOf = (name: string): Location => ({ file: name, line: 3, column: 7, snippet: name });

/** Every text that an org, its files or a configuration can choose, hostile. */
export const hostile: Report = reportOf(
  'non-compliant',
  hostileNames.map((name, index) => ({
    ...accountAccess,
    requirement: `hostile-${index}`,
    title: name,
    message: `Profile '${name}' grants nothing.`,
    subject: { ...integrationUser, id: `005${index}`, name, title: name },
    evidence: [fact(name, { [name]: name }, `About '${name}'.`)],
    remedy: { nearest: [name], setup: { lightning: [name], classic: [name, name] } },
    why: name,
    source: { page: { ...vendorPage, title: name }, section: name, quote: name },
    waiver: { reason: name, owner: name, expires: '2026-12-31' },
    definedAt: { file: `packs/${name}`, line: 1 + index, column: 1 },
    at: placeOf(name),
    related: [{ at: { ...placeOf(`${name}.xml`), snippet: '' }, text: name }],
  })),
  {
    unread: hostileNames.map((name) => ({
      ...{ ...blindGap, message: name, query: name, mend: name },
      at: placeOf(name),
    })),
    warnings: hostileNames.map((name) => ({ code: 'passed-over', message: name, at: placeOf(name) })),
    skipped: hostileNames.map((name) => ({
      subject: { kind: 'persona', id: `persona:${name}`, name, title: name },
      because: name,
    })),
  },
);
