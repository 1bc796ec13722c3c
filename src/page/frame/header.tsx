import type { PageSide } from '../../model/page.ts';
import type { Part } from '../../model/part.ts';
import type { Report } from '../../model/report.ts';
import type { Organization } from '../../model/snapshot.ts';
import { closingLine } from '../../reporters/closing-line.ts';
import { reportHead } from '../../reporters/report-head.ts';
import { capitalised, subjectName, subjectNoun } from '../../reporters/subject-name.ts';
import { verdictLine } from '../../reporters/verdict-line.ts';
import { LongText } from '../parts/long-text.tsx';

interface HeaderProps {
  readonly side: PageSide;
  /** What is shown of it: as it was read, or with what is being tried. */
  readonly report: Report;
}

/** The verdict, and what was audited against what. */
export function Header({ side, report }: HeaderProps) {
  const { text, style } = verdictLine(report);
  const closing = closingLine(report);
  return (
    <>
      <h1 class={`frame-verdict frame-verdict-${style}`}>
        <LongText text={text} />
      </h1>
      <p class="frame-closing">
        <LongText text={closing} />
      </p>
      <dl class="frame-facts">
        {factsOf(side, report).map(({ label, text: fact }, index) => (
          <div key={index}>
            <dt>{label}</dt>
            <dd>
              <LongText text={fact} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** More of them only by the switch. */
const mostSubjects = 5;

function factsOf({ snapshot }: PageSide, report: Report) {
  const { subjects } = report;
  const names = subjects.slice(0, mostSubjects).map(subjectName);
  const more = subjects.length - names.length;
  const who = `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return [
    ...(subjects.length === 0 ? [] : [{ label: capitalised(subjectNoun(subjects)), text: who }]),
    ...reportHead(report).map(({ label = '', text }) => ({ label: label.replace(/:?\s*$/, ''), text })),
    { label: 'Edition', text: editionText(snapshot.organization) },
  ];
}

function editionText(organization: Part<Organization>): string {
  if (organization.status === 'unavailable') return `not known: ${organization.reason.message}`;
  const { name, edition, isSandbox } = organization.value;
  return `${edition}${isSandbox ? ', sandbox' : ''} (${name})`;
}
