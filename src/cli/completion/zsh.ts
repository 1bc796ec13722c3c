import type { CompletedCommand, CompletedOption, CompletedPositional } from './completed.ts';
import { plainWords, quoted } from './quoted.ts';
import type { Offer } from './values.ts';

/** The script for zsh: to be sourced, or to stand as `_syncgate` in a folder of `$fpath`. */
export function zshScript(commands: readonly CompletedCommand[]): string {
  const described = commands.map(
    ({ name, describe }) => `    ${quoted(`${name}:${describe.replaceAll(':', '\\:')}`)}`,
  );
  return `#compdef syncgate
# Completion of syncgate for zsh. Load it with: source <(syncgate completion zsh)

_syncgate() {
  local curcontext="$curcontext" context state state_descr line
  typeset -A opt_args
  local -a commands
  commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    if [[ $PREFIX == -* ]]; then
      compadd -- --help --version
    else
      _describe -t commands 'command of syncgate' commands
    fi
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(commandCase).join('\n')}
  esac
}

if [[ $funcstack[1] == _syncgate ]]; then
  _syncgate "$@"
else
  compdef _syncgate syncgate
fi
`;
}

function commandCase({ name, options, positionals }: CompletedCommand): string {
  const specs = [...options.map(optionSpec), ...positionals.map(positionalSpec)];
  return `    ${name})\n      _arguments -s -S ${specs.map((spec) => `\\\n        ${spec}`).join(' ')} ;;`;
}

function optionSpec({ long, short, describe, value, repeats }: CompletedOption): string {
  const names = [`--${long}${value === null ? '' : '='}`, ...(short === null ? [] : [`-${short}`])];
  const others = [`--${long}`, ...(short === null ? [] : [`-${short}`])].join(' ');
  const spec = `[${describe.replace(/[[\]\\]/gu, '\\$&')}]${value === null ? '' : `:${long}:${action(value)}`}`;
  const once = repeats ? quoted('*') : quoted(`(${others})`);
  return `${once}${names.length > 1 ? `{${names.join(',')}}` : names.join('')}${quoted(spec)}`;
}

const positionalSpec = ({ name, offer, repeats }: CompletedPositional): string =>
  quoted(`${repeats ? '*' : ''}:${name}:${action(offer)}`);

/** What zsh runs, or lists, where a value belongs. */
function action({ words, paths, assigns }: Offer): string {
  const list = plainWords(words);
  if (assigns) return `{ if compset -P "*="; then _files; else compadd -S = -- ${list}; fi }`;
  const files = paths === 'folders' ? '_files -/' : '_files';
  if (paths === 'none') return words.length > 0 ? `(${list})` : ' ';
  return words.length > 0 ? `{ compadd -- ${list}; ${files} }` : files;
}
