import { generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { jwtBearerGrant } from '../../../../src/collector/org/sign-in/jwt-bearer.ts';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const passphrase = 'correct horse battery';
const pem = (type: 'pkcs1' | 'pkcs8') => pair.privateKey.export({ type, format: 'pem' }).toString();
const locked = pair.privateKey
  .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase })
  .toString();
const lockedLong = pair.privateKey
  .export({ type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase })
  .toString();

const origin = 'https://acme.my.salesforce.com';
const now = new Date('2026-10-08T12:00:00.999Z');
const jwt = { clientId: 'an app', username: 'auditor@acme.com', privateKey: pem('pkcs8') };

function parts(assertion = '') {
  const [header = '', claims = '', signature = ''] = assertion.split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  return { header: read(header), claims: read(claims), signed: `${header}.${claims}`, signature };
}

describe('an assertion', () => {
  test('says who, for whom and for how long: two minutes, of the three that an org allows', () => {
    const { form } = jwtBearerGrant(jwt, origin, now);
    expect(form.grant_type).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    const { header, claims } = parts(form.assertion);
    expect(header).toEqual({ alg: 'RS256' });
    expect(claims).toEqual({
      iss: 'an app',
      sub: 'auditor@acme.com',
      aud: 'https://login.salesforce.com',
      exp: Date.parse('2026-10-08T12:02:00Z') / 1000,
    });
  });

  test('is made out to whom the user says', () => {
    const { form } = jwtBearerGrant({ ...jwt, audience: 'https://gs1.salesforce.com' }, origin, now);
    expect(parts(form.assertion).claims.aud).toBe('https://gs1.salesforce.com');
  });

  test.each([
    ['PKCS #8', pem('pkcs8'), ''],
    ['PKCS #1', pem('pkcs1'), ''],
    ['line breaks that an environment variable wrote out', pem('pkcs8').replaceAll('\n', '\\n'), ''],
    ['Windows line breaks', pem('pkcs8').replaceAll('\n', '\r\n'), ''],
    ['a passphrase', locked, passphrase],
    ['a passphrase, in the old form', lockedLong, passphrase],
    ['a passphrase that it does not need', pem('pkcs8'), passphrase],
  ])('is signed with a key that has %s', (_, privateKey, phrase) => {
    const { form } = jwtBearerGrant({ ...jwt, privateKey, passphrase: phrase }, origin, now);
    const { signed, signature } = parts(form.assertion);
    const bytes = Buffer.from(signature, 'base64url');
    expect(verify('sha256', Buffer.from(signed), pair.publicKey, bytes)).toBe(true);
  });

  test('is a secret, as are the key and its passphrase', () => {
    const { form, secrets } = jwtBearerGrant({ ...jwt, privateKey: locked, passphrase }, origin, now);
    expect(secrets).toEqual(expect.arrayContaining([form.assertion, locked, passphrase]));
  });
});

describe('a key is refused, and nothing of it is repeated, where it', () => {
  const body = pem('pkcs8').split('\n')[3] ?? '';
  const certificate = `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----`;
  test.each([
    ['is no key', 'hunter2-hunter2', '', 'is no PEM file'],
    ['is cut off', pem('pkcs8').slice(0, 600), '', 'is no PEM file'],
    ['is locked, and no passphrase is given', locked, '', 'is encrypted. Give its passphrase too'],
    ['is locked with another passphrase', locked, 'wrong-passphrase', 'cannot be opened: the passphrase'],
    ['is a certificate', certificate, '', 'is a certificate or a public key'],
    [
      'is the public half',
      pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      '',
      'is a certificate or a public key',
    ],
    [
      'is of another kind',
      other.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      '',
      'is of the kind ec, and Salesforce takes RSA keys only',
    ],
  ])('%s', (_, privateKey, phrase, words) => {
    let thrown: unknown;
    try {
      jwtBearerGrant({ ...jwt, privateKey, passphrase: phrase }, origin, now);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ kind: 'usage', message: expect.stringContaining(words) });
    const shown = `${(thrown as Error).stack}${JSON.stringify(thrown)}${(thrown as Error).cause}`;
    for (const secret of ['hunter2', 'wrong-passphrase', body]) expect(shown).not.toContain(secret);
  });
});
