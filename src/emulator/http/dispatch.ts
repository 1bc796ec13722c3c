import { type Answer, notFound, ok, readOnlyRefusal } from './answer.ts';
import { versionList } from './api-versions.ts';
import { answerDataRequest } from './data-api.ts';
import type { Emulation } from './emulation.ts';
import { applyFault } from './faults.ts';
import { type ApiRequest, isWrite, withoutTrailingSlash } from './request.ts';
import { answerTokenRequest } from './token-endpoint.ts';
import { answerUserInfo } from './user-info.ts';

/** Answers any request, and counts it if it would have changed something. */
export function dispatch(request: ApiRequest, emulation: Emulation): Answer {
  if (isWrite(request)) emulation.traffic.countRefusedWrite();
  const fault = emulation.pickFault(request);
  const answer = () => route(request, emulation);
  return fault === undefined ? answer() : applyFault(fault, answer);
}

function route(request: ApiRequest, emulation: Emulation): Answer {
  const path = withoutTrailingSlash(request.path);
  if (path === '/services/oauth2/token') return answerTokenRequest(request, emulation);
  if (path === '/services/oauth2/userinfo' || path.startsWith('/id/'))
    return answerUserInfo(request, emulation);
  if (path.startsWith('/services/data/')) return answerDataRequest({ ...request, path }, emulation);
  if (isWrite(request)) return readOnlyRefusal(request.method);
  if (path === '/services/data') return ok(versionList(emulation.org.description));
  return notFound();
}
