// What a person would write with jsforce and run against an org, knowing nothing of syncgate. It prints one JSON
// object. The org and the token come from the environment, as they do for most such scripts.
import jsforce from 'jsforce';

const { INSTANCE_URL, ACCESS_TOKEN, USERNAME, PASSWORD, CLIENT_ID, CLIENT_SECRET } = process.env;

const conn = new jsforce.Connection({
  instanceUrl: INSTANCE_URL,
  accessToken: ACCESS_TOKEN,
  version: '67.0',
});

const said = {};

said.identity = await conn.identity();
said.versions = await conn.request('/services/data');
said.user = await conn
  .sobject('User')
  .findOne({ Username: USERNAME }, 'Id, Username, IsActive, LastLoginDate, Profile.Name');
said.record = await conn.sobject('User').retrieve(said.user.Id);
said.assignments = await conn.query(
  `SELECT Id, PermissionSet.Name, PermissionSet.IsOwnedByProfile, PermissionSetGroup.DeveloperName, ExpirationDate
   FROM PermissionSetAssignment WHERE AssigneeId = '${said.user.Id}' ORDER BY PermissionSet.Name`,
);
said.count = (await conn.query('SELECT COUNT() FROM User')).totalSize;
said.permissionSets = await conn.sobject('PermissionSet').find({ IsOwnedByProfile: false }, 'Id, Name');
said.describe = await conn.sobject('PermissionSetAssignment').describe();
said.global = (await conn.describeGlobal()).sobjects.map(({ name }) => name);
said.limits = await conn.limits();
said.apiUsage = conn.limitInfo?.apiUsage;

const page = await conn.query('SELECT Id FROM User');
said.firstPage = { totalSize: page.totalSize, done: page.done, records: page.records.length };
const ids = await conn.query('SELECT Id FROM User', { autoFetch: true, maxFetch: 100_000 });
said.allPages = { done: ids.done, distinct: new Set(ids.records.map(({ Id }) => Id)).size };

said.fields = await conn.tooling.query(
  "SELECT QualifiedApiName, DataType FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Account' ORDER BY QualifiedApiName",
);
said.noSuchColumn = await conn.query('SELECT NoSuchColumn FROM User').catch(refusal);
said.noSuchObject = await conn.query('SELECT Id FROM NoSuchObject').catch(refusal);
said.notSoql = await conn.query('SELECT FROM WHERE').catch(refusal);
said.write = await conn.sobject('User').update({ Id: said.user.Id, IsActive: false }).catch(refusal);

const wrongToken = new jsforce.Connection({ instanceUrl: INSTANCE_URL, accessToken: 'gone' });
said.wrongToken = await wrongToken.query('SELECT Id FROM User').catch(refusal);

const app = new jsforce.Connection({
  oauth2: { loginUrl: INSTANCE_URL, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET },
});
said.login = await app.login(USERNAME, PASSWORD);
said.loggedIn = {
  instanceUrl: app.instanceUrl,
  token: app.accessToken !== undefined && app.accessToken !== ACCESS_TOKEN,
};
said.self = await app.sobject('User').retrieve(said.login.id);
said.wrongPassword = await app.login(USERNAME, 'not the password').catch(refusal);
const unknownApp = new jsforce.Connection({
  oauth2: { loginUrl: INSTANCE_URL, clientId: 'nobody knows it', clientSecret: CLIENT_SECRET },
});
said.unknownApp = await unknownApp.login(USERNAME, PASSWORD).catch(refusal);

console.log(JSON.stringify(said));

function refusal(error) {
  return { name: error.name, errorCode: error.errorCode, message: error.message };
}
