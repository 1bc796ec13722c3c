# Asks zsh what it would offer: `zsh -f ask-zsh.zsh SCRIPT LINE...`; a line of `--` ends what it offers to each. zsh
# completes only at a terminal, so one is made up for an inner zsh; there every match that completion adds is printed
# instead of shown.
zmodload zsh/zpty
script=$1
shift
zpty inner zsh -f -i
send() { zpty -w inner "$1" }
send "PROMPT= PS2="
send "autoload -Uz compinit && compinit -u -D"
send "source ${(q)script}"
send 'compadd() {
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "$@"; return; fi
  local -a __found
  builtin compadd -A __found "$@"
  (( $#__found )) && print -rl -- "" "<"${^__found}">"
  builtin compadd "$@"
}'
send 'offer() { comppostfuncs=(finished); zle complete-word; zle kill-whole-line }'
send 'finished() { print -rl -- "" "<:end>" }'
send "zle -N offer && bindkey '^I' offer"
for typed in "$@"; do
  zpty -w -n inner "$typed"$'\t'
  while zpty -r inner line; do
    line=${line//$'\r'/}
    [[ $line == '<:end>'* ]] && break
    [[ $line =~ '^<([^>]*)>' ]] && print -r -- $match[1]
  done
  print -r -- --
done
zpty -d inner
