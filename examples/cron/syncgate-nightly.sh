#!/usr/bin/env bash
# Audits one org, keeps the run in a history folder, and prints only when the verdict asks for somebody: cron mails
# what is printed. The secret is in a file that its owner alone can read, as an environment file:
#   PRODUCTION_CLIENT_SECRET=…
set -uo pipefail

org=${1:?name an org of syncgate.config.yaml}
home=${SYNCGATE_HOME:-/opt/syncgate}
cd "$home" || exit 4

set -a
# shellcheck source=/dev/null
source "$home/secrets.env" || exit 4
set +a

# One run at a time; the lock goes with the script.
exec 9>"$home/lock"
flock --nonblock 9 || exit 0

log=$(mktemp) || exit 4
trap 'rm -f "$log"' EXIT
syncgate audit --target-org "$org" --history "$home/history/$org" --output "markdown=$home/$org.md" >"$log" 2>&1
code=$?

case $code in
  0) ;;
  1) echo "$org: the sync would not work." ;;
  3) echo "$org: nothing failed, but something could not be known." ;;
  *) echo "$org: could not be audited (exit code $code)." ;;
esac
if ((code != 0)); then cat "$log"; fi
exit "$code"
