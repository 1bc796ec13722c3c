import type { Result } from '../../model/report.ts';
import { toKnow } from '../../reporters/grounds.ts';
import { capitalised } from '../../reporters/subject-name.ts';
import { LongText } from '../parts/long-text.tsx';

/** Whose Setup the steps are for. */
export type Setup = 'lightning' | 'classic';

const setupTitles: Readonly<Record<Setup, string>> = {
  lightning: 'In Setup, Lightning Experience',
  classic: 'In Setup, Salesforce Classic',
};

interface MendProps {
  readonly result: Result;
  readonly setup: Setup;
  /** On paper nobody can switch. */
  readonly both: boolean;
}

/** The nearest ways to mend it, what would make it known, and the steps in Setup. */
export function Mend({ result, setup, both }: MendProps) {
  if (result.remedy === null) return null;
  const { nearest, setup: steps } = result.remedy;
  const alike = steps.lightning.join('\n') === steps.classic.join('\n');
  const shown: readonly Setup[] = both && !alike ? ['lightning', 'classic'] : [setup];
  return (
    <>
      <Ways title="How to mend it" ways={nearest.filter((way) => !way.startsWith(toKnow))} />
      <Ways
        title="What would make it known"
        ways={nearest.flatMap((way) =>
          way.startsWith(toKnow) ? [capitalised(way.slice(toKnow.length))] : [],
        )}
      />
      {shown.map((each) => (
        <Ways key={each} title={alike ? 'In Setup' : setupTitles[each]} ways={steps[each]} ordered />
      ))}
    </>
  );
}

interface WaysProps {
  readonly title: string;
  readonly ways: readonly string[];
  readonly ordered?: boolean;
}

function Ways({ title, ways, ordered = false }: WaysProps) {
  if (ways.length === 0) return null;
  const List = ordered && ways.length > 1 ? 'ol' : 'ul';
  return (
    <>
      <h4>{title}</h4>
      <List class="verdict-ways">
        {ways.map((way) => (
          <li key={way}>
            <LongText text={way} />
          </li>
        ))}
      </List>
    </>
  );
}
