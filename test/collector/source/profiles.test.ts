import { expect, test } from 'vitest';
import { profile, reading } from './source-files.ts';

const gap = (code: string, message: string) => ({
  status: 'unavailable',
  reason: { code, message: expect.stringContaining(message), mend: expect.stringMatching(/./) },
});
const ok = (value: unknown) => ({ status: 'ok', value });
const custom = (value: string) => `<custom>${value}</custom>`;
const license = (name: string) => `<userLicense>${name}</userLicense>`;

const readProfile = async (...contents: readonly string[]) => {
  const files = contents.map((content, index) => [`p${index}/profiles/Admin.profile`, content] as const);
  const { profiles } = await reading(Object.fromEntries(files));
  expect([...profiles.keys()]).toEqual(['profile:Admin']);
  return profiles.get('profile:Admin');
};

test('a profile is what its file says of it', async () => {
  expect(await readProfile(profile(custom('false') + license('Salesforce')))).toEqual({
    id: 'profile:Admin',
    name: 'System Administrator',
    isCustom: ok(false),
    license: ok({ name: 'Salesforce', key: 'SFDC' }),
    at: expect.objectContaining({ file: 'p0/profiles/Admin.profile', line: 2 }),
  });
});

test.each([
  ['Salesforce', 'SFDC'],
  ['Salesforce Platform', 'AUL'],
  ['Salesforce Integration', null],
  ['salesforce', null],
])('the licence %s has the key %s', async (name, key) => {
  expect(await readProfile(profile(license(name)))).toMatchObject({ license: ok({ name, key }) });
});

test.each<readonly [string, readonly string[], object]>([
  [
    'no file says',
    [profile('')],
    {
      isCustom: gap('source-cannot-tell', 'no <custom>'),
      license: gap('source-cannot-tell', 'no <userLicense>'),
    },
  ],
  [
    'the file does not say plainly',
    [profile(custom('maybe'))],
    { isCustom: gap('source-cannot-tell', 'no <custom>') },
  ],
  [
    'files say differently',
    [profile(custom('true') + license('A')), profile(custom('false') + license('B'))],
    { isCustom: gap('source-cannot-tell', '<custom>'), license: gap('source-cannot-tell', '<userLicense>') },
  ],
  ['only one of them says', [profile(''), profile(custom('true'))], { isCustom: ok(true) }],
  [
    'one of them cannot be read',
    [profile(custom('true')), '<Profile>'],
    {
      isCustom: gap('file-unreadable', 'p1/profiles/Admin.profile:1:1'),
      license: gap('file-unreadable', 'p1/'),
    },
  ],
])('where %s', async (_, contents, expected) => {
  expect(await readProfile(...contents)).toMatchObject(expected);
});
