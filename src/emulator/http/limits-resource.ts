import type { OrgDescription } from '../org-description.ts';
import { type Answer, ok, refusal } from './answer.ts';
import type { Emulation } from './emulation.ts';
import type { ResourceCall } from './resource-call.ts';

/** Calls counted against the day so far, and how many there may be. */
export function dailyApiUsage({ org, traffic }: Emulation): { readonly used: number; readonly max: number } {
  const { max, remaining } = dailyApiRequests(org.description);
  return { used: max - remaining + traffic.stats().apiCalls, max };
}

/**
 * `/limits`. Salesforce documents it for callers with View Setup and Configuration, and the two storage
 * limits for those with Manage Users. `DailyApiRequests` carries one object per connected app. Its numbers lag
 * minutes behind use; `Sforce-Limit-Info` does not. So here they stand still, and an audit gives the same
 * report whichever of its requests comes first.
 */
export function answerLimits({ emulation, context }: ResourceCall): Answer {
  const { org } = emulation;
  if (!org.callerMay(context.caller.userId, 'ViewSetup')) {
    return refusal(
      403,
      'INSUFFICIENT_ACCESS',
      'The limits resource needs the View Setup and Configuration permission.',
    );
  }
  const { max, remaining } = dailyApiRequests(org.description);
  const storage = {
    DataStorageMB: { Max: 10240, Remaining: 9213 },
    FileStorageMB: { Max: 20480, Remaining: 20101 },
  };
  return ok({
    ConcurrentAsyncGetReportInstances: { Max: 200, Remaining: 200 },
    ConcurrentSyncReportRuns: { Max: 20, Remaining: 20 },
    DailyApiRequests: {
      Max: max,
      Remaining: remaining,
      'Ant Migration Tool': { Max: 0, Remaining: 0 },
      'Dataloader Partner': { Max: 0, Remaining: 0 },
      'Salesforce CLI': { Max: 0, Remaining: 0 },
    },
    DailyAsyncApexExecutions: { Max: 250000, Remaining: 250000 },
    DailyBulkApiBatches: { Max: 15000, Remaining: 15000 },
    DailyBulkV2QueryJobs: { Max: 10000, Remaining: 10000 },
    DailyStreamingApiEvents: {
      Max: 200000,
      Remaining: 200000,
      'Dataloader Partner': { Max: 0, Remaining: 0 },
    },
    HourlyTimeBasedWorkflow: { Max: 1000, Remaining: 1000 },
    MassEmail: { Max: 5000, Remaining: 5000 },
    SingleEmail: { Max: 5000, Remaining: 4998 },
    ...(org.callerMay(context.caller.userId, 'ManageUsers') ? storage : {}),
  });
}

const dailyApiRequests = ({ dailyApiRequests: described }: OrgDescription) =>
  described ?? { max: 100_000, remaining: 99_000 };
