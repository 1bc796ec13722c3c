import type { CompletedCommand, CompletedOption } from './completed.ts';
import { plainWords } from './quoted.ts';
import type { Offer } from './values.ts';

/**
 * The script for bash 3.2 and newer. What is typed is walked word by word, since bash takes `=` for a word of its
 * own: `--output sarif=f` arrives as four words.
 */
export function bashScript(commands: readonly CompletedCommand[]): string {
  return `# Completion of syncgate for bash. Load it with: source <(syncgate completion bash)

_syncgate_words() {
  local word
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$2")
}

_syncgate_paths() {
  local path
  compopt -o filenames 2>/dev/null
  while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$1" -- "$2")
}

_syncgate_formats() {
  local format
  compopt -o nospace 2>/dev/null
  while IFS= read -r format; do COMPREPLY+=("$format="); done < <(compgen -W "$1" -- "$2")
}

_syncgate() {
  local current=\${COMP_WORDS[COMP_CWORD]} command=\${COMP_WORDS[1]} word option='' assigned='' i
  local -i argument=1
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    _syncgate_words '${plainWords([...commands.map(({ name }) => name), '--help', '--version'])}' "$current"
    return
  fi
  for ((i = 2; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ -n $option ]]; then
      if [[ $word == '=' ]]; then continue; fi
      if [[ \${COMP_WORDS[i + 1]} == '=' ]]; then assigned=yes; else option='' assigned=''; fi
    else
      case "$command $word" in
${indented(cases(valued(commands)), 8)}
          option=$word ;;
        *' -'*) ;;
        *) argument+=1 ;;
      esac
    fi
  done
  if [[ $current == '=' ]]; then current=''; fi
  if [[ -n $assigned ]]; then
    _syncgate_paths -f "$current"
    return
  fi
  case "$command $option" in
${indented(optionValues(commands), 4)}
  esac
  if [[ -n $option ]]; then return; fi
  if [[ $current == -* ]]; then
    case $command in
${indented(commands.map(optionNames), 6)}
    esac
    return
  fi
  case "$command $argument" in
${indented(commands.flatMap(positionalValues), 4)}
  esac
}

complete -F _syncgate syncgate
`;
}

const indented = (lines: readonly string[], depth: number): string =>
  lines.map((line) => ' '.repeat(depth) + line).join('\n');

const spellings = ({ long, short }: CompletedOption): readonly string[] => [
  `--${long}`,
  ...(short === null ? [] : [`-${short}`]),
];

const patterns = (command: string, option: CompletedOption): readonly string[] =>
  spellings(option).map((spelling) => `'${command} ${spelling}'`);

const valued = (commands: readonly CompletedCommand[]): readonly string[] =>
  commands.flatMap(({ name, options }) =>
    options.filter(({ value }) => value !== null).flatMap((option) => patterns(name, option)),
  );

/** The patterns of one case, a few on a line. */
const cases = (all: readonly string[]): readonly string[] =>
  all.map((pattern, index) => `${pattern}${index === all.length - 1 ? ')' : ' | \\'}`);

const optionValues = (commands: readonly CompletedCommand[]): readonly string[] =>
  commands.flatMap(({ name, options }) =>
    options.flatMap((option) => {
      const offered = option.value === null ? '' : offering(option.value);
      return offered === '' ? [] : [`${patterns(name, option).join(' | ')}) ${offered} ;;`];
    }),
  );

const optionNames = ({ name, options }: CompletedCommand): string =>
  `${name}) _syncgate_words '${plainWords(options.flatMap(spellings))}' "$current" ;;`;

function positionalValues({ name, positionals }: CompletedCommand): readonly string[] {
  return positionals.flatMap(({ offer, repeats }, index) => {
    const offered = offering(offer);
    return offered === '' ? [] : [`'${name} '${repeats ? '*' : index + 1}) ${offered} ;;`];
  });
}

/** The commands that offer a value; empty where there is nothing to offer. */
function offering({ words, paths, assigns }: Offer): string {
  if (assigns) return `_syncgate_formats '${plainWords(words)}' "$current"`;
  return [
    ...(words.length > 0 ? [`_syncgate_words '${plainWords(words)}' "$current"`] : []),
    ...(paths === 'none' ? [] : [`_syncgate_paths ${paths === 'files' ? '-f' : '-d'} "$current"`]),
  ].join('; ');
}
