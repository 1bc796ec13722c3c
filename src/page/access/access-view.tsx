import type { ViewProps } from '../view.ts';

/** What the subject can do, and who grants it. */
export const AccessView = ({ tried }: ViewProps) => (
  <ul>
    {tried.accesses.map(({ subject }) => (
      <li key={subject.id}>{subject.name}</li>
    ))}
  </ul>
);
