import type { Location } from '../model/part.ts';
import { painter } from './paint.ts';
import { placeText } from './place-text.ts';
import { textWidth } from './table-context.ts';
import { terminalText } from './terminal-text.ts';
import { textTable } from './text-table.ts';

/** What arguments and configuration come to. */
export interface ResolvedChoices {
  /** The configuration file; null where there is none. */
  readonly configuration: string | null;
  readonly org: string | null;
  readonly settings: readonly ResolvedChoice[];
}

export interface ResolvedChoice {
  /** As the configuration names it: `features.routing`. */
  readonly setting: string;
  readonly value: unknown;
  readonly from: ChoiceOrigin;
}

export type ChoiceOrigin =
  | { readonly kind: 'argument'; readonly name: string }
  | { readonly kind: 'file'; readonly at: Location }
  | { readonly kind: 'default' };

/** Every setting, its value, and where that comes from. Ends with a line break. */
export function renderChoicesTable(
  { configuration, org, settings }: ResolvedChoices,
  { width, colour }: { readonly width: number; readonly colour: boolean },
): string {
  const rows = settings.map(({ setting, value, from }) => [
    { text: setting, styles: ['bold'] as const },
    { text: originWords(from) },
    { text: valueWords(value) },
  ]);
  const lines = textTable(['Setting', 'From', 'Value'], rows, textWidth(width), painter(colour));
  const head = [
    `Configuration: ${configuration === null ? 'none, here or above' : terminalText(configuration)}`,
    ...(org === null ? [] : [`Org: ${terminalText(org)}`]),
  ];
  return `${[...head, '', ...lines].join('\n')}\n`;
}

function originWords(from: ChoiceOrigin): string {
  if (from.kind === 'argument') return `--${from.name}`;
  return from.kind === 'file' ? placeText(from.at) : 'default';
}

/** The entries of a list or table one under the other; what is in them and no text, as JSON. */
function valueWords(value: unknown): string | readonly string[] {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : value.map(textOf);
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).map(([key, inner]) => `${key}: ${textOf(inner)}`);
  }
  return textOf(value);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
