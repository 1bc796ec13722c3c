#!/usr/bin/env bash
# Runs `syncgate audit` with what the action's inputs say, and tells the job what came of it. Every input comes as an
# environment variable and goes on as one argument: nothing of it is ever read as shell. Ends with syncgate's exit code.
set -uo pipefail

folder=$(mktemp -d "$RUNNER_TEMP/syncgate.XXXXXX") || exit 70
sarif="$folder/syncgate.sarif"
report="$folder/syncgate.json"
summary="$folder/summary.md"
page="$folder/syncgate.html"
# GitHub refuses a whole summary over 1 MiB.
most_of_a_summary=1000000

arguments=(audit)

# One option, where the input says something. Written with `=`, so that no value is ever taken for an option.
option() {
  if [[ -n "$2" ]]; then arguments+=("--$1=$2"); fi
}

# What stands before it, and a line of the input: for each line that is not blank.
lines() {
  local line
  while IFS= read -r line; do
    line=${line%$'\r'}
    if [[ -n "${line//[[:space:]]/}" ]]; then arguments+=("$1$line"); fi
  done <<<"$2"
}

# Whether an input that is "true" or "false" is true; anything else is a mistake that must not pass for either.
is_true() {
  case "$2" in
    true) return 0 ;;
    '' | false) return 1 ;;
  esac
  echo "::error::The input $1 is \"true\" or \"false\", and nothing else."
  finish 2
}

# What the job learns: values of our own making alone, so that no output can be smuggled in by a name in an org.
finish() {
  local verdict=none
  if [[ -s "$report" ]]; then
    verdict=$(node -e '
      const { verdict } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
      console.log(/^[a-z-]+$/.test(verdict) ? verdict : "none");
    ' "$report") || verdict=none
  fi
  {
    echo "verdict=$verdict"
    echo "exit-code=$1"
    if [[ -s "$sarif" ]]; then echo "sarif-file=$sarif"; else echo 'sarif-file='; fi
    if [[ -s "$report" ]]; then echo "report-file=$report"; else echo 'report-file='; fi
    if [[ -s "$page" ]]; then echo "page-file=$page"; else echo 'page-file='; fi
  } >>"$GITHUB_OUTPUT"
  exit "$1"
}

option config "${INPUT_CONFIG:-}"
option target-org "${INPUT_TARGET_ORG:-}"
option instance-url "${INPUT_INSTANCE_URL:-}"
option sign-in "${INPUT_SIGN_IN:-}"
option client-id "${INPUT_CLIENT_ID:-}"
option username "${INPUT_USERNAME:-}"
lines --user= "${INPUT_USER:-}"
option snapshot "${INPUT_SNAPSHOT:-}"
lines --source-dir= "${INPUT_SOURCE_DIR:-}"
option changed-since "${INPUT_CHANGED_SINCE:-}"
lines --pack= "${INPUT_PACK:-}"
option fail-on "${INPUT_FAIL_ON:-}"
if is_true allow-inconclusive "${INPUT_ALLOW_INCONCLUSIVE:-}"; then arguments+=(--allow-inconclusive); fi
lines '' "${INPUT_ARGS:-}"
annotations=false
if is_true annotations "${INPUT_ANNOTATIONS:-}"; then
  annotations=true
  arguments+=(--format=github)
fi
summarise=false
if is_true summary "${INPUT_SUMMARY:-true}"; then summarise=true; fi
if is_true page "${INPUT_PAGE:-}"; then arguments+=("--output=html=$page"); fi
arguments+=("--output=sarif=$sarif" "--output=json=$report" "--output=markdown=$summary")

bin=${SYNCGATE_BIN:-syncgate}
if [[ "$bin" == *.js ]]; then run=(node "$bin"); else run=("$bin"); fi

# A table holds names from an org. A line of it that looks like a command of GitHub's is none; annotations are such
# commands, in which syncgate writes names so that they cannot be.
if $annotations; then
  "${run[@]}" "${arguments[@]}"
  code=$?
else
  resume=$(node -p 'require("node:crypto").randomUUID()') || finish 70
  echo "::stop-commands::$resume"
  "${run[@]}" "${arguments[@]}"
  code=$?
  echo "::$resume::"
fi

if $summarise && [[ -n "${GITHUB_STEP_SUMMARY:-}" && -s "$summary" ]]; then
  if (($(wc -c <"$summary") <= most_of_a_summary)); then
    cat "$summary" >>"$GITHUB_STEP_SUMMARY"
  else
    echo 'The summary of syncgate is too long for GitHub. The log of the step and the JSON report have all of it.' >>"$GITHUB_STEP_SUMMARY"
  fi
fi
finish "$code"
