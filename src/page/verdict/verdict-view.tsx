import type { ViewProps } from '../view.ts';

/** What failed, and how to mend it. */
export const VerdictView = ({ tried }: ViewProps) => (
  <ul>
    {tried.results.map((result) => (
      <li key={`${result.pack} ${result.requirement} ${result.subject.id}`}>
        {result.verdict}: {result.message}
      </li>
    ))}
  </ul>
);
