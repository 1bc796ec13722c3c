import type { SetFormat } from './format.ts';
import type { Frame } from './frames/frame.ts';
import type { TableContext } from './table-context.ts';

export type { Frame };

/** Loads the frame of one format alone. The context is for the table. */
export async function frameOf(format: SetFormat, context: TableContext): Promise<Frame> {
  switch (format) {
    case 'table':
      return (await import('./frames/table-frame.ts')).tableFrame(context);
    case 'json':
      return (await import('./frames/json-frame.ts')).jsonFrame;
    case 'sarif':
      return (await import('./frames/sarif-frame.ts')).sarifFrame;
    case 'junit':
      return (await import('./frames/junit-frame.ts')).junitFrame;
    case 'markdown':
      return (await import('./frames/markdown-frame.ts')).markdownFrame;
    case 'github':
      return (await import('./frames/github-frame.ts')).githubFrame;
    case 'gitlab':
      return (await import('./frames/gitlab-frame.ts')).gitlabFrame;
    case 'csv':
      return (await import('./frames/csv-frame.ts')).csvFrame;
  }
}
