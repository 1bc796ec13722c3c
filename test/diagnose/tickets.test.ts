import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OrgDescription } from '../../src/emulator/org-description.ts';
import type { DiagnosedMessage, Diagnosis } from '../../src/model/diagnosis.ts';
import { emptyFolder, liveOrg, syncgate } from '../cli/command-line.ts';
import { orgOf, type Ticket, textOf, tickets } from './ticket.ts';

/** What the engineer does: takes the customer's snapshot, and holds what the customer sent against it. */
async function diagnosed(ticket: Ticket, org: OrgDescription): Promise<Diagnosis> {
  const cwd = await emptyFolder();
  const live = await liveOrg(org);
  await syncgate(['collect', ...live.org, ...live.user, ...ticket.args, '--output', 'org.json'], {
    ...{ cwd, env: live.env },
  });
  await writeFile(join(cwd, 'ticket.txt'), textOf(ticket));
  const args = ['diagnose', '--log', 'ticket.txt', '--snapshot', 'org.json', ...ticket.args];
  const { stdout, stderr, exitCode } = await syncgate([...args, '--format', 'json'], { cwd });
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  return JSON.parse(stdout) as Diagnosis;
}

const explaining = (message: DiagnosedMessage | undefined): readonly string[] =>
  (message?.suspects ?? [])
    .filter(({ standings }) => standings.some(({ state }) => state === 'explains'))
    .map(({ requirement }) => requirement);

test('there are ten tickets', () => {
  expect(tickets).toHaveLength(10);
});

describe.each(tickets)('the ticket $name', (ticket) => {
  const { message, requirements } = ticket.cause;

  test('is told by its cause, first in rank, and by no other', async () => {
    const { messages, fits } = await diagnosed(ticket, await orgOf(ticket));
    if (message === null) {
      expect(messages).toEqual([]);
      expect(fits[0]?.requirement).toBe(requirements[0]);
    } else {
      expect(messages[0]?.id).toBe(message);
      expect(explaining(messages[0]).toSorted()).toEqual([...requirements].toSorted());
      expect(messages[0]?.outcome).toBe(requirements.length > 0 ? 'explained' : 'elsewhere');
    }
  });

  test.runIf(message !== null && requirements.length > 0)(
    'is said to be something else once the cause is mended, whatever else is odd',
    async () => {
      const { messages } = await diagnosed(ticket, await orgOf(ticket, true));
      const same = messages.find(({ id }) => id === message);
      expect(same?.outcome).toBe('ruled-out');
      expect(explaining(same)).toEqual([]);
      expect(same?.suspects.map(({ requirement }) => requirement)).toEqual(
        expect.arrayContaining([...requirements]),
      );
    },
  );

  test.runIf(message === null)('fits nothing once the cause is mended', async () => {
    const org = await orgOf(ticket, true);
    const live = await liveOrg(org);
    const args = ['diagnose', ticket.words, ...live.org, ...live.user, ...ticket.args, '--format', 'json'];
    const { stdout, exitCode } = await syncgate(args, { env: live.env });
    const { fits } = JSON.parse(stdout) as Diagnosis;
    expect(fits.map(({ requirement }) => requirement)).not.toContain(requirements[0]);
    expect(exitCode).toBe(fits.length > 0 ? 0 : 3);
  });

  test('tells without an org what the message means, and that nobody was looked at', async () => {
    const { stdout } = await syncgate(['diagnose', textOf(ticket), ...ticket.args, '--format', 'json']);
    const { messages, source, fits } = JSON.parse(stdout) as Diagnosis;
    expect({ source, fits }).toEqual({ source: null, fits: [] });
    const same = messages.find(({ id }) => id === message);
    expect(same?.outcome).toBe(
      message === null ? undefined : requirements.length > 0 ? 'not-read' : 'elsewhere',
    );
    const pointed = same?.suspects.map(({ requirement }) => requirement) ?? [];
    if (message !== null) expect(pointed).toEqual(expect.arrayContaining([...requirements]));
  });
});
