import type { CallContext } from '../emulated-org.ts';
import type { Answer } from './answer.ts';
import type { Emulation } from './emulation.ts';
import type { ApiRequest } from './request.ts';

/** A signed-in request for one resource of one API version. */
export interface ResourceCall {
  readonly request: ApiRequest;
  readonly context: CallContext;
  readonly emulation: Emulation;
  /** `/services/data/v67.0`, or `/services/data/v67.0/tooling`. */
  readonly basePath: string;
  /** What follows, split at slashes and decoded: `['sobjects', 'User', '005…']`. */
  readonly parts: readonly string[];
  /** Answers one subrequest of a composite call, where the resource is one that such a call may carry. */
  readonly answerSubrequest: (request: ApiRequest, supported: RegExp) => Answer;
}

export type ResourceAnswerer = (call: ResourceCall) => Answer;
