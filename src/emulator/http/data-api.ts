import { type CallContext, type EmulatedOrg, SalesforceError } from '../emulated-org.ts';
import {
  type Answer,
  invalidSession,
  notFound,
  readOnlyRefusal,
  refusal,
  requestLimitExceeded,
} from './answer.ts';
import { versionState } from './api-versions.ts';
import type { Emulation } from './emulation.ts';
import { applyFault } from './faults.ts';
import { dailyApiUsage } from './limits-resource.ts';
import { type ApiRequest, isWrite, withoutTrailingSlash } from './request.ts';
import type { ResourceCall } from './resource-call.ts';
import { findResource } from './resources.ts';
import { bearerOf } from './signed-in-user.ts';

/** Answers a request under `/services/data/vNN.0`, with the usage of the day in its header. */
export function answerDataRequest(request: ApiRequest, emulation: Emulation): Answer {
  const context = signIn(request, emulation);
  if (context === undefined) return invalidSession();
  const answer = admitted(request, context, emulation);
  const { used, max } = dailyApiUsage(emulation);
  return { ...answer, headers: { ...answer.headers, 'Sforce-Limit-Info': `api-usage=${used}/${max}` } };
}

function admitted(request: ApiRequest, context: CallContext, emulation: Emulation): Answer {
  const { org, traffic } = emulation;
  const { used, max } = dailyApiUsage(emulation);
  if (org.description.restApi === false || !mayUseApi(org, context.caller.userId)) {
    return refusal(403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.');
  }
  if (used >= max) return requestLimitExceeded();
  if (!/\/composite\/batch\/?$/.test(request.path)) traffic.countApiCalls(1);
  return answerVersioned(request, context, emulation);
}

/**
 * Where no user can hold API Enabled, an allow-listed app comes in without it (docs/salesforce.md, "Organization,
 * licences").
 */
const mayUseApi = ({ description, callerMay }: EmulatedOrg, userId: string): boolean =>
  description.absentPermissions?.includes('ApiEnabled') === true || callerMay(userId, 'ApiEnabled');

function answerSubrequest(
  request: ApiRequest,
  context: CallContext,
  emulation: Emulation,
  supported: RegExp,
): Answer {
  if (isWrite(request)) emulation.traffic.countRefusedWrite();
  const answer = () =>
    supported.test(request.path)
      ? answerVersioned(request, context, emulation)
      : refusal(400, 'BAD_REQUEST', `A composite request does not support this resource: ${request.path}`);
  const fault = emulation.pickFault(request);
  return fault === undefined ? answer() : applyFault(fault, answer);
}

function answerVersioned(request: ApiRequest, signedIn: CallContext, emulation: Emulation): Answer {
  const [, version = '', rest = ''] = /^\/services\/data\/v(\d+)\.0(\/.*)?$/.exec(request.path) ?? [];
  if (version === '') return notFound();
  const state = versionState(Number(version), emulation.org.description);
  if (state === 'absent') return notFound();
  if (state === 'retired') {
    return refusal(410, 'UNSUPPORTED_API_VERSION', `API version ${version}.0 has been retired`);
  }
  const tooling = /^\/tooling(\/|$)/.test(rest);
  const context: CallContext = {
    ...signedIn,
    apiVersion: Number(version),
    surface: tooling ? 'tooling' : 'data',
  };
  const basePath = `/services/data/v${version}.0${tooling ? '/tooling' : ''}`;
  const parts = partsOf(request.path.slice(basePath.length));
  if (parts === undefined) return notFound();
  return answerResource({
    request,
    context,
    emulation,
    basePath,
    parts,
    answerSubrequest: (subrequest, supported) => answerSubrequest(subrequest, context, emulation, supported),
  });
}

function answerResource(call: ResourceCall): Answer {
  const { method } = call.request;
  const resource = findResource(call);
  if (isWrite(call.request)) return readOnlyRefusal(method);
  if (resource === undefined) return notFound();
  const allowed = resource.methods;
  if (!allowed.includes(method)) {
    const message = `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(',')}`;
    return refusal(405, 'METHOD_NOT_ALLOWED', message);
  }
  try {
    return resource.answer(call);
  } catch (error) {
    if (error instanceof SalesforceError) return refusal(error.status, error.errorCode, error.message);
    throw error;
  }
}

function signIn(request: ApiRequest, emulation: Emulation): CallContext | undefined {
  const userId = bearerOf(request, emulation);
  // The version is not known before the path is read; what is asked until then exists in every version.
  return userId === undefined ? undefined : { caller: { userId }, surface: 'data', apiVersion: 67 };
}

function partsOf(path: string): readonly string[] | undefined {
  try {
    return withoutTrailingSlash(path).split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
