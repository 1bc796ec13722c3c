import { type TokenError, topicRequirements } from '../../src/salesforce/token-errors.ts';
import type { GeneratedFile } from './generated-file.ts';
import { code, page, plain } from './markdown.ts';

/** The page of what the token endpoint refuses, from the table that explains it. */
export const tokenErrorsPage = (errors: readonly TokenError[]): GeneratedFile => ({
  path: 'docs/token-errors.md',
  text: page([
    '# Refused sign-ins',
    '<!-- Generated from src/salesforce/token-errors.ts by `npm run generate`. Change the table, not this page. -->',
    'What `POST /services/oauth2/token` says, what that means, and where it is mended. syncgate says the same where it happens, and ends with exit code 4. A refusal that is not listed is told as it stands: *Setup → Login History* of the org then names the reason.',
    'A requirement is named where it is about the same trouble of the audited user.',
    ...errors.map(block),
  ]),
});

const linked = (requirement: string): string =>
  `[${code(requirement)}](packs/demandbase-data-integrity.md#${requirement})`;

function block({ descriptions, errors, cause, mend, about, source }: TokenError): string {
  const known = [...descriptions.map((text) => `“${plain(text)}”`), ...errors.map(code)];
  return page([
    `## ${known[0]}`,
    known.length > 1 ? `Also ${known.slice(1).join(', ')}.` : '',
    plain(cause),
    `To mend it: ${plain(mend)}`,
    about === null ? '' : `Requirement: ${linked(topicRequirements[about])}.`,
    `Source: <${source}>`,
  ]).trimEnd();
}
