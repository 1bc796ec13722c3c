#!/usr/bin/env bash
# shellcheck source=/dev/null
# Asks bash what it would offer: `bash ask-bash.sh SCRIPT WORD...`, where the last word is the one being typed and the
# words are cut as bash cuts them, `=` being a word of its own.
source "$1" || exit 1
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
complete -p syncgate >/dev/null || exit 1
_syncgate 2>/dev/null
printf '%s\n' "${COMPREPLY[@]}"
