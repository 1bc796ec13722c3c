import type { Row } from '../emulated-org.ts';
import { type Answer, ok, refusal } from './answer.ts';
import { columnMetadata } from './column-metadata.ts';
import type { ResourceCall } from './resource-call.ts';

/** `/query?q=…`, `/queryAll?q=…` and the same under `/tooling`. Nothing is ever deleted here, so all is the same. */
export function answerQuery(call: ResourceCall): Answer {
  const { request, context, emulation } = call;
  const soql = request.parameters.get('q');
  if (soql === null || soql.trim() === '') {
    return refusal(400, 'MALFORMED_QUERY', 'A query string has to be specified');
  }
  const rows = emulation.org.query(soql, context);
  if (request.parameters.get('columns') === 'true') return ok(columnMetadata(soql, emulation.org, context));
  if (/^\s*select\s+count\s*\(\s*\)\s+from\b/i.test(soql)) return ok(countAnswer(rows));
  const keep = () =>
    emulation.locators.keep({ rows, userId: context.caller.userId, tooling: context.surface === 'tooling' });
  return ok(page(call, rows, 0, keep));
}

/** `/query/01g…-2000`: the page of a query's rows that begins at the offset. */
export function answerQueryMore(call: ResourceCall): Answer {
  const { context, emulation } = call;
  const [, id = '', offset = ''] = /^(\w+)-(\d+)$/.exec(call.parts[1] ?? '') ?? [];
  const kept = emulation.locators.find(id);
  const own = kept?.userId === context.caller.userId && kept.tooling === (context.surface === 'tooling');
  if (kept === undefined || !own || Number(offset) >= kept.rows.length) {
    return refusal(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  }
  return ok(page(call, kept.rows, Number(offset), () => id));
}

function page(call: ResourceCall, rows: readonly Row[], from: number, keep: () => string): object {
  const to = from + pageSize(call);
  const done = to >= rows.length;
  const records = rows.slice(from, to);
  const tooling = call.context.surface === 'tooling';
  const next = done ? {} : { nextRecordsUrl: `${call.basePath}/query/${keep()}-${to}` };
  return {
    ...(tooling ? { size: records.length } : {}),
    totalSize: rows.length,
    done,
    ...next,
    ...(tooling ? { queryLocator: null, entityTypeName: records[0]?.attributes.type ?? null } : {}),
    records,
  };
}

/** The page size in force: the emulator's own, or a smaller one the caller wishes for (200 to 2,000). */
function pageSize({ request, emulation }: ResourceCall): number {
  const wish = /batchSize\s*=\s*(\d+)/i.exec(request.headers['sforce-query-options'] ?? '')?.[1];
  const wished = Number(wish ?? Number.NaN);
  return wished >= 200 && wished <= 2000 ? Math.min(wished, emulation.pageSize) : emulation.pageSize;
}

const countAnswer = (rows: readonly Row[]) => ({ totalSize: rows.length, done: true, records: [] });
