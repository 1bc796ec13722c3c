import { inKeyOrder, jsonText } from '../json-text.ts';
import { keyOrders } from '../report-json.ts';
import type { Frame } from './frame.ts';

/** The document of `schemas/report-set.schema.json`, byte for byte as if it were written in one piece. */
export const jsonFrame: Frame = {
  open: ({ tool, shard, verdict, summary }) => {
    const part = shard === undefined ? {} : { shard };
    const head = jsonText(inKeyOrder({ reportSetVersion: 1, tool, ...part, verdict, summary }, keyOrders));
    return `${head.replace(/\n\}\n$/, '')},\n  "orgs": [\n`;
  },
  part: (outcome) => indented(jsonText(inKeyOrder(outcome, keyOrders, 'orgs')).trimEnd()),
  separator: ',\n',
  close: () => '\n  ]\n}\n',
};

/** As deep as an org stands in the document. No string in JSON holds a line break of its own. */
const indented = (text: string): string => text.replace(/^/gm, '    ');
