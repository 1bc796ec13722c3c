import { type Answer, ok, plainText } from './answer.ts';
import type { Emulation } from './emulation.ts';
import type { ApiRequest } from './request.ts';
import { bearerOf, describedUser } from './signed-in-user.ts';

/** `/services/oauth2/userinfo`: who the access token belongs to. An unknown token gets one plain word. */
export function answerUserInfo(request: ApiRequest, emulation: Emulation): Answer {
  const userId = bearerOf(request, emulation);
  const user = userId === undefined ? undefined : describedUser(userId, emulation);
  if (userId === undefined || user === undefined) return plainText(403, 'Bad_OAuth_Token');
  const { instanceUrl, org } = emulation;
  const id = identityUrl(userId, emulation);
  const [given_name, ...family] = user.name.split(' ');
  return ok({
    sub: id,
    user_id: userId,
    organization_id: org.organizationId,
    preferred_username: user.username,
    nickname: user.alias,
    name: user.name,
    email: user.email ?? user.username,
    email_verified: true,
    given_name,
    family_name: family.join(' '),
    zoneinfo: 'GMT',
    profile: `${instanceUrl}/${userId}`,
    active: user.active !== false,
    user_type: 'STANDARD',
    language: 'en_US',
    locale: 'en_US',
    utcOffset: 0,
    updated_at: new Date(org.description.now).toISOString(),
    urls: {
      rest: `${instanceUrl}/services/data/v{version}/`,
      sobjects: `${instanceUrl}/services/data/v{version}/sobjects/`,
      query: `${instanceUrl}/services/data/v{version}/query/`,
      tooling_rest: `${instanceUrl}/services/data/v{version}/tooling/`,
      custom_domain: instanceUrl,
    },
  });
}

export const identityUrl = (userId: string, { instanceUrl, org }: Emulation): string =>
  `${instanceUrl}/id/${org.organizationId}/${userId}`;
