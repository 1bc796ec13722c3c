import { type TokenError, tokenErrorFor, topicRequirements } from '../../../salesforce/token-errors.ts';
import { CollectorError } from '../collector-error.ts';
import { isObject } from '../reader/outcome.ts';
import { type RawAnswer, type SendOptions, send } from '../transport/send.ts';
import { answeredOrigin } from './instance-url.ts';
import type { SignIn } from './sign-in.ts';
import { signInWithToken } from './token.ts';
import type { TokenGrant } from './token-grant.ts';
import { withoutSecrets } from './without-secrets.ts';

/**
 * Asks for a session: one POST to the token endpoint, through the guard. It is never sent twice, since each
 * refused one counts towards locking the user out; and no redirect is followed.
 *
 * @throws CollectorError; what the server says is in it without the secrets, should it repeat them.
 */
export async function requestToken({ form, secrets }: TokenGrant, options: SendOptions): Promise<SignIn> {
  const { origin } = options;
  const answer = await send(
    {
      method: 'POST',
      url: `${origin}/services/oauth2/token`,
      headers: {
        'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
        accept: 'application/json',
      },
      body: new URLSearchParams(form).toString(),
    },
    options,
  );
  const body = jsonIn(answer);
  if (answer.status === 200 && isObject(body) && typeof body.access_token === 'string') {
    return signInWithToken({
      instanceUrl: answeredOrigin(body.instance_url, origin),
      accessToken: body.access_token,
    });
  }
  throw refusal(answer, body, { origin, secrets });
}

function jsonIn({ body }: RawAnswer): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

interface Asked {
  readonly origin: string;
  readonly secrets: readonly string[];
}

function refusal({ status }: RawAnswer, body: unknown, { origin, secrets }: Asked): CollectorError {
  if (isObject(body) && typeof body.error === 'string') {
    const { error, error_description: description } = body;
    const clean = (text: string) =>
      withoutSecrets(text, secrets)
        .replace(/\p{Cc}+/gu, ' ')
        .slice(0, longest);
    const told = typeof description === 'string' ? description : '';
    const said = told === '' ? clean(error) : `${clean(error)}, "${clean(told)}"`;
    return explained(`${origin} refused the sign-in: ${said}.`, tokenErrorFor(error, told));
  }
  if (status === 420 || status === 429 || status >= 500) {
    return new CollectorError(
      'unreachable',
      `${origin} cannot give a session just now (HTTP ${status}). Try again later; https://status.salesforce.com tells of disruptions.`,
    );
  }
  return new CollectorError(
    'not-an-org',
    `${origin} does not answer as a login host of Salesforce (HTTP ${status}, and no token). ` +
      "Use the org's own address, https://NAME.my.salesforce.com (Setup → My Domain).",
  );
}

/** Of what the server says; its own sentences are much shorter. */
const longest = 300;

/** Cause, mend and source of a known refusal; of one that is not known, where to look. */
function explained(refused: string, known: TokenError | undefined): CollectorError {
  if (known === undefined) {
    return new CollectorError(
      'sign-in-refused',
      `${refused} What that means is not known here: Setup → Login History of the org names the reason.`,
    );
  }
  const { cause, mend, about, source } = known;
  const requirement = about === null ? null : topicRequirements[about];
  const touched =
    requirement === null
      ? []
      : [
          `Where it is the audited user that this happens to, the requirement '${requirement}' is about it: ` +
            `\`syncgate explain ${requirement}\`.`,
        ];
  return new CollectorError(
    'sign-in-refused',
    [`${refused} ${cause}`, `To mend it: ${mend}`, ...touched, `Source: ${source}`].join('\n'),
  );
}
