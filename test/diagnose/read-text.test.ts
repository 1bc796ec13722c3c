import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownErrors, readText, type TextReading } from '../../src/diagnose/index.ts';
import { runs } from '../runs.ts';

function read(text: string, pieces: readonly number[] = []): TextReading {
  const reader = readText([
    {
      pack: 'p',
      index: 0,
      message: 'A permissions error on logging in to the admin tool',
      meaning: '',
      source: 's',
    },
  ]);
  let at = 0;
  for (const size of pieces) {
    reader.push(text.slice(at, at + size));
    at += size;
  }
  reader.push(text.slice(at));
  return reader.end();
}

const told = (text: string) => read(text).found.map(({ entry, count }) => `${entry.id} ${count}`);
const names = (text: string) => read(text).found.map(({ objects, fields }) => ({ objects, fields }));

describe('a message is told in every form in which it comes', () => {
  const column = "No such column 'Tier__c' on entity 'Account'";
  test.each([
    ['as JSON', `[{"message":"${column}.","errorCode":"INVALID_FIELD"}]`],
    ['as JSON the other way round', `[{"errorCode":"INVALID_FIELD","message":"${column}."}]`],
    ['as printed JSON', `[ {\n  "message" : "${column}.",\n  "errorCode" : "INVALID_FIELD"\n} ]`],
    [
      'as JSON inside JSON',
      `{"body":"[{\\"message\\":\\"${column}.\\",\\"errorCode\\":\\"INVALID_FIELD\\"}]"}`,
    ],
    [
      'as jsforce throws it',
      `INVALID_FIELD: ${column}.\n    at HttpApi.getError {\n  errorCode: 'INVALID_FIELD'\n}`,
    ],
    ['as the Salesforce CLI prints it', `Error (INVALID_FIELD): ERROR at Row:1:Column:12\n${column}.`],
    [
      'as Java prints it',
      `[InvalidFieldFault [ApiQueryFault [ApiFault  exceptionCode='INVALID_FIELD'\nexceptionMessage='\n${column}.'\n]]]`,
    ],
    [
      'as a SOAP fault',
      `<faultcode>sf:INVALID_FIELD</faultcode><faultstring>INVALID_FIELD: No such column &apos;Tier__c&apos; on entity &apos;Account&apos;.</faultstring>`,
    ],
    ['as Python prints it', `Response content: [{'message': "${column}.", 'errorCode': 'INVALID_FIELD'}]`],
    ['with curly quotation marks', 'No such column ‘Tier__c’ on entity ‘Account’'],
    ['without its code', `it says: ${column}`],
    ['in capitals', column.toUpperCase().replace('TIER__C', 'Tier__c').replace('ACCOUNT', 'Account')],
    ['wrapped', "INVALID_FIELD: No such\n    column 'Tier__c'\n    on entity 'Account'"],
  ])('%s', (_, text) => {
    expect(told(text)).toEqual(['no-such-column 1']);
    expect(names(text)).toEqual([{ objects: ['Account'], fields: ['Tier__c'] }]);
  });

  test.each([
    ['insufficient_access_or_readonly', 'no-right-to-record'],
    ['Insufficient_Access_Or_Readonly', 'no-right-to-record'],
    ['INVALID_TYPE', 'no-such-object'],
    ['INVALID_FIELD', 'no-such-column'],
    ['we get INVALID_LOGIN from Salesforce', 'login-refused'],
    ['"statusCode":"INSUFFICIENT_ACCESS"', 'no-access'],
  ])('as a code alone: %s', (text, id) => {
    expect(told(text)).toEqual([`${id} 1`]);
  });

  test.each([
    [
      'error=invalid_grant&error_description=user%20hasn%27t+approved+this+consumer',
      'oauth-user-hasn-t-approved-this-consumer',
    ],
    ['invalid_grant - ip restricted', 'oauth-ip-restricted'],
    ['{"error_description":"inactive user","error":"invalid_grant"}', 'oauth-inactive-user'],
    [
      "Error authenticating with JWT config due to: user hasn't approved this consumer",
      'oauth-user-hasn-t-approved-this-consumer',
    ],
  ])('as an OAuth error: %s', (text, id) => {
    expect(told(text)).toEqual([`${id} 1`]);
  });
});

describe('names are picked out', () => {
  test.each([
    [
      'of the fields of an answer',
      '{"statusCode":"INVALID_FIELD_FOR_INSERT_UPDATE","message":"no","fields":["Rating","Tier__c"]}',
      [],
      ['Rating', 'Tier__c'],
    ],
    [
      'of a SOAP error',
      '<errors><fields>Rating</fields><message>x</message><statusCode>INVALID_FIELD_FOR_INSERT_UPDATE</statusCode></errors>',
      [],
      ['Rating'],
    ],
    ['of the Id behind', 'INSUFFICIENT_ACCESS_OR_READONLY: no (00Q5g00000PqRsTEAV)', ['Lead'], []],
    [
      'of the address on its line',
      'PATCH /services/data/v60.0/sobjects/Contact/x INSUFFICIENT_ACCESS_OR_READONLY',
      ['Contact'],
      [],
    ],
    [
      'not of another line, which may be about something else',
      'PATCH /services/data/v60.0/sobjects/Contact/x 200\nINSUFFICIENT_ACCESS_OR_READONLY',
      [],
      [],
    ],
    [
      'of every Id, where nobody knows which is the record’s',
      '"INSUFFICIENT_ACCESS_OR_READONLY:no:--","0015g00000PqRsTAAV","0035g00000PqRsTAAV","0055g00000PqRsTAAV"',
      ['Account', 'Contact'],
      [],
    ],
    ['not of a number', 'INSUFFICIENT_ACCESS_OR_READONLY 001234567890123', [], []],
  ])('%s', (_, text, objects, fields) => {
    expect(names(text)).toEqual([{ objects, fields }]);
  });
});

describe('messages are counted', () => {
  test('once each in an answer to many records', () => {
    const one =
      '{"success":false,"errors":[{"statusCode":"INVALID_FIELD_FOR_INSERT_UPDATE","message":"Unable to create/update fields: Rating. Please check","fields":["Rating"]}]}';
    expect(told(`[${Array.from({ length: 50 }, () => one).join(',')}]`)).toEqual(['field-not-writable 50']);
  });

  test('once each in a CSV of failures, with their first lines', () => {
    const line = '"","UNABLE_TO_LOCK_ROW:unable to obtain exclusive access to this record:--","x"\n';
    const { found, lines } = read(`"sf__Id","sf__Error"\n${line.repeat(8)}`);
    expect(found).toMatchObject([{ count: 8, lines: [2, 3, 4, 5, 6] }]);
    expect(lines).toBe(9);
  });

  test('by the one inside, where one only carries another', () => {
    const { found } = read(
      'first error: CANNOT_EXECUTE_FLOW_TRIGGER, because the “Account” process failed. This error occurred: FIELD_CUSTOM_VALIDATION_EXCEPTION: no.',
    );
    expect(found).toMatchObject([
      { entry: { id: 'validation-rule' }, inside: ['CANNOT_EXECUTE_FLOW_TRIGGER'], count: 1 },
    ]);
  });

  test('apart where they are of different things', () => {
    expect(told("No such column 'A__c' on entity 'Lead'\nNo such column 'B__c' on entity 'Lead'")).toEqual([
      ...['no-such-column 1', 'no-such-column 1'],
    ]);
  });
});

describe('what is not known is not recognised', () => {
  test.each([
    ['placeholder text', 'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.'],
    ['a trace of Java', 'java.lang.NullPointerException: null\n\tat com.acme.Sync.run(Sync.java:42)'],
    [
      'a trace of Python',
      'Traceback (most recent call last):\n  File "sync.py", line 3\nKeyError: \'Account\'',
    ],
    ['an Oracle error', 'ORA-00942: table or view does not exist'],
    ['a SQLite error', 'no such column: Tier__c'],
    ['an AWS error', 'An error occurred (ThrottlingException): Rate exceeded'],
    ['a Google error', '{"error":"invalid_grant","error_description":"Bad Request"}'],
    [
      'a Google client error',
      '{"error":"invalid_client","error_description":"The OAuth client was not found."}',
    ],
    ['a Keycloak error', '{"error":"unauthorized_client","error_description":"Client not enabled"}'],
    ['a HubSpot error', '{"status":"error","errors":[{"code":"INVALID_FIELD","message":"bad"}]}'],
    ['a Snowflake error', 'SQL access control error: INSUFFICIENT_PRIVILEGES on SCHEMA'],
    ['a Windows error', 'ERROR_ACCESS_DENIED (5): Access is denied. PASSWORD_LOCKOUT_TIME_MINS = 30'],
    ['a code in code', 'const INVALID_TYPE = 3; if (kind === INVALID_FIELD) throw invalid_login;'],
    ['a field that is called like a code', 'SELECT INVALID_FIELD__c FROM Account'],
    ['nothing at all', ''],
  ])('%s', (_, text) => {
    const { found, vendor } = read(text);
    expect({ found: found.map(({ entry }) => entry.id), vendor }).toEqual({ found: [], vendor: [] });
  });

  test('but a code in the shape of Salesforce is named as not known', () => {
    expect(
      read('{"errorCode":"BRAND_NEW_TROUBLE","message":"x"}\nsf:BRAND_NEW_TROUBLE').unknownCodes,
    ).toEqual([{ code: 'BRAND_NEW_TROUBLE', count: 2, line: 1 }]);
  });
});

describe('a message of a pack is told by its words', () => {
  test.each([
    ['There is a permission error when we log in to the Admin Tool.', 1],
    ['Permissions errors on logging in to the admin tools', 1],
    ['An error on the admin page. Our tool logs it.', 0],
  ])('%s', (text, count) => {
    expect(read(text).vendor).toHaveLength(count);
  });
});

const line = fc.oneof(
  fc.constantFrom(...knownErrors.flatMap(({ examples }) => examples.map(({ text }) => text))),
  fc.string({ maxLength: 80 }),
  fc.constantFrom('', 'INFO done', '{', '}'),
);

test('a text means the same however it comes in pieces', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 12 }),
      fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 12 }),
      (lines, pieces) => {
        const text = lines.join('\n');
        expect(read(text, pieces)).toEqual(read(text));
      },
    ),
    runs(60),
  );
});

test('a message is told once where a long text is cut, wherever that is', () => {
  const message = "INVALID_FIELD: No such column 'Tier__c' on entity 'Account'.\n";
  for (const before of [250_000, 257_000, 257_990, 258_030, 258_060, 262_100, 262_144]) {
    const filler = `${'x'.repeat(99)}\n`.repeat(Math.floor(before / 100));
    const { found, lines } = read(`${filler}${' '.repeat(before % 100)}${message}${filler}`);
    expect(found).toMatchObject([{ count: 1, lines: [Math.floor(before / 100) + 1] }]);
    expect(lines).toBe(2 * Math.floor(before / 100) + 1);
  }
});

test.each([
  ['one long line', 'a'.repeat(3_000_000)],
  ['codes without end', 'AB_'.repeat(1_000_000)],
  ['a phrase that goes on', `Unable to create/update fields: ${'a, '.repeat(700_000)}`],
  ['the beginning of a phrase, again and again', 'No such column '.repeat(150_000)],
  ['quotation marks', `because the "${'"'.repeat(2_000_000)}`],
  ['white space', `No such${' '.repeat(2_000_000)}column`],
  ['names before a colon', `${'abc_'.repeat(20)}: bad field names on insert/update call: x\n`.repeat(20_000)],
])('takes no time to speak of on %s', (_, text) => {
  const begin = performance.now();
  read(text);
  expect(performance.now() - begin).toBeLessThan(4000);
});
