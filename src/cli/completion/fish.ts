import type { CompletedCommand, CompletedOption } from './completed.ts';
import { fishQuoted, plainWords } from './quoted.ts';
import type { Offer } from './values.ts';

/** The script for fish 3.0 and newer. */
export function fishScript(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap((command) => [
    `complete -c syncgate -n __syncgate_has_no_command -a ${command.name} -d ${fishQuoted(command.describe)}`,
    ...command.options.map((option) => optionLine(command.name, option)),
    ...command.positionals.flatMap(({ offer, repeats }, index) =>
      offer.words.length > 0 || offer.paths !== 'none'
        ? [
            `complete -c syncgate -n ${fishQuoted(`__syncgate_is ${command.name} ${index + 1}${repeats ? ' or-later' : ''}`)} ${values(offer)}`,
          ]
        : [],
    ),
  ]);
  return `# Completion of syncgate for fish. Load it with: syncgate completion fish | source

function __syncgate_has_no_command
  test (count (commandline -opc)) -eq 1
end

# Whether the command is this one, and, where a number is given, whether its argument of that number comes next.
function __syncgate_is
  set -l typed (commandline -opc)
  test (count $typed) -ge 2; and test "$typed[2]" = $argv[1]; or return 1
  test (count $argv) -eq 1; and return 0
  set -l next (math 1 + (count (string match -v -- '-*' $typed[3..-1])))
  test $next -eq $argv[2]; and return 0
  test (count $argv) -eq 3; and test $next -gt $argv[2]
end

function __syncgate_formats
  set -l token (string replace -r '^--[a-z-]+=' '' -- (commandline -ct))
  if string match -q '*=*' -- $token
    set -l parts (string split -m 1 = -- $token)
    for path in $parts[2]*
      echo $parts[1]=$path
    end
  else
    printf '%s=\\n' $argv
  end
end

complete -c syncgate -f
complete -c syncgate -n __syncgate_has_no_command -l help -d 'Show help'
complete -c syncgate -n __syncgate_has_no_command -l version -d 'Show the version'
${lines.join('\n')}
`;
}

function optionLine(command: string, { long, short, describe, value }: CompletedOption): string {
  return [
    `complete -c syncgate -n ${fishQuoted(`__syncgate_is ${command}`)} -l ${long}`,
    ...(short === null ? [] : [`-s ${short}`]),
    ...(value === null ? [] : [`-r ${values(value)}`]),
    `-d ${fishQuoted(describe)}`,
  ].join(' ');
}

function values({ words, paths, assigns }: Offer): string {
  const list = plainWords(words);
  if (assigns) return `-f -a ${fishQuoted(`(__syncgate_formats ${list})`)}`;
  if (paths === 'folders') return "-f -a '(__fish_complete_directories (commandline -ct))'";
  return `${paths === 'files' ? '-F' : '-f'}${words.length > 0 ? ` -a ${fishQuoted(list)}` : ''}`;
}
