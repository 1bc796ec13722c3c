import type {
  DiagnosedMessage,
  Diagnosis,
  MessageOutcome,
  NamedAccess,
  NamedDecision,
  Suspect,
  SuspectState,
  WordFit,
} from '../model/diagnosis.ts';
import { firstOf, listed } from '../plain/lists.ts';
import { amountText } from './amounts.ts';
import type { Style } from './paint.ts';
import { subjectName } from './subject-name.ts';
import { timeText } from './time-text.ts';

/** One message in words, for every format that people read. */
export interface DiagnosisSection {
  readonly mark: string;
  readonly style: Style;
  readonly title: string;
  readonly lines: readonly SectionLine[];
}

export interface SectionLine {
  readonly label: string;
  readonly text: string;
}

const line = (label: string, text: string): SectionLine => ({ label, text });
const lines = (label: string, texts: readonly string[]): readonly SectionLine[] =>
  texts.map((text, index) => line(index === 0 ? label : '', text));

const marks: Readonly<Record<MessageOutcome, { readonly mark: string; readonly style: Style }>> = {
  explained: { mark: '✖ explained', style: 'red' },
  open: { mark: '? open', style: 'yellow' },
  'not-read': { mark: '? not looked at', style: 'yellow' },
  elsewhere: { mark: '• elsewhere', style: 'cyan' },
  'ruled-out': { mark: '✔ ruled out', style: 'green' },
  harmless: { mark: '✔ harmless', style: 'green' },
};

const outcomes: Readonly<Record<MessageOutcome, string>> = {
  explained: 'Something that it points to is missing: see below.',
  open: 'Whether that is so here could not be known.',
  'not-read':
    'Nobody was looked at, so nothing is known of your user. To know it: `syncgate diagnose --target-org ORG --user USER`, or with --snapshot FILE from `syncgate collect`.',
  elsewhere: 'It points to nothing that a requirement asks for, or that syncgate reads.',
  'ruled-out': 'All that it points to is granted now: then it is not this.',
  harmless: 'It may be disregarded.',
};

const states: Readonly<Record<SuspectState, string>> = {
  explains: 'fails',
  'ruled-out': 'is met, so it is not this',
  other: 'fails, and not for what the message names',
  open: 'could not be decided',
  'not-applicable': 'does not apply here',
};

const decisions: Readonly<Record<NamedDecision, string>> = {
  granted: 'is granted, so it is not this',
  denied: 'is not granted',
  unknown: 'could not be known',
  absent: 'cannot be: the org has no such field',
  'not-read': 'was not read: it is not in the snapshot. Ask the org itself, with --target-org',
};

/** A message, what it means and what of it is so. */
export function messageSection(message: DiagnosedMessage, diagnosis: Diagnosis): DiagnosisSection {
  const { outcome, title, meaning, suspects, named, todo, otherwise, source, inside } = message;
  const { mark, style } = marks[outcome];
  const isSettled = outcome === 'ruled-out' || outcome === 'harmless';
  return {
    ...{ mark, style, title },
    lines: [
      line('Found', `${whereText(message)}: “${message.quote}”`),
      ...lines('Names', namesText(message)),
      ...(inside.length > 0
        ? [line('Inside', `It stands inside ${listed(inside)}, which says no more.`)]
        : []),
      line('Means', meaning),
      line('Here', outcomes[outcome]),
      ...suspects.flatMap((suspect) => suspectLines(suspect, diagnosis)),
      ...named.flatMap((access) => namedLines(access, diagnosis)),
      ...(outcome === 'ruled-out' || outcome === 'open' ? lines('Else', otherwise) : []),
      ...(isSettled ? [] : lines('To do', todo)),
      line('Source', `${source.title} (${source.trust}): ${source.url}`),
    ],
  };
}

function whereText({ count, lines: [first, ...more] }: DiagnosedMessage): string {
  const places = [first, ...more].join(', ');
  const cut = count > more.length + 1 ? ' …' : '';
  return `${count === 1 ? 'once' : `${count} times`}, line${more.length > 0 ? 's' : ''} ${places}${cut}`;
}

const namesText = ({ objects, fields, flows }: DiagnosedMessage): readonly string[] => {
  const kinds = [
    ...(objects.length > 0 ? [`object ${listed(objects)}`] : []),
    ...(fields.length > 0 ? [`field ${firstOf(fields, 20)}`] : []),
    ...(flows.length > 0 ? [`flow ${listed(flows)}`] : []),
  ];
  return kinds.length > 0 ? [kinds.join('; ')] : [];
};

/** Of whom, where there are several. */
const whose = (id: string, { subjects }: Diagnosis): string => {
  const subject = subjects.find((each) => each.id === id);
  return subjects.length > 1 && subject !== undefined ? ` for ${subjectName(subject)}` : '';
};

function suspectLines(
  { requirement, title, standings }: Suspect,
  diagnosis: Diagnosis,
): readonly SectionLine[] {
  const name = `${requirement} (${title})`;
  if (standings.length === 0) return [line('Points to', `${name}: \`syncgate explain ${requirement}\``)];
  return standings.flatMap(({ subject, state, message, evidence, mend }) => {
    const isOpen = state === 'explains' || state === 'open';
    return [
      line('Points to', `${name} ${states[state]}${whose(subject, diagnosis)}`),
      ...(isOpen
        ? [
            line('', message),
            ...lines(
              '',
              evidence.map((text) => `- ${text}`),
            ),
          ]
        : []),
      ...(state === 'explains' ? lines('Mend', mend) : state === 'open' ? lines('To know', mend) : []),
    ];
  });
}

function namedLines({ what, asked, standings }: NamedAccess, diagnosis: Diagnosis): readonly SectionLine[] {
  const note = asked ? '' : '; no chosen pack asks for it';
  return standings.flatMap(({ subject, decision, sentences }) => {
    const isTold = asked && (decision === 'denied' || decision === 'unknown');
    // Its requirement has told it already.
    if (isTold) return [];
    const isNews = decision !== 'granted' && !asked;
    return [
      line('Names', `${what} ${decisions[decision]}${whose(subject, diagnosis)}${note}`),
      ...(isNews
        ? lines(
            '',
            sentences.map((text) => `- ${text}`),
          )
        : []),
    ];
  });
}

/** What fails and fits the words of a text in which no message is known. */
export const fitSection = (
  { requirement, title, subject, words, message, mend }: WordFit,
  diagnosis: Diagnosis,
): DiagnosisSection => ({
  ...{ mark: '? fits the words', style: 'yellow', title: `${requirement}: ${title}` },
  lines: [
    line('Words', listed(words)),
    line('Here', `It fails${whose(subject, diagnosis)}. ${message}`),
    ...lines('Mend', mend),
  ],
});

/** Whom and what the diagnosis is about, one line each. */
export function diagnosisHead({ source, subjects, packs, text }: Diagnosis): readonly SectionLine[] {
  const place =
    source === null
      ? 'none was read'
      : source.collected.kind === 'org'
        ? `${source.collected.instanceUrl}, ${timeText(source.collectedAt)}`
        : `files in ${listed(source.collected.directories)}`;
  return [
    line('Text', amountText(text.lines, 'line')),
    line('Org', place),
    ...(subjects.length > 0 ? [line('About', firstOf(subjects.map(subjectName)))] : []),
    line('Packs', listed(packs.map(({ id, version }) => `${id} ${version}`))),
  ];
}
