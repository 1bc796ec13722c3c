#!/usr/bin/env bash
# Says whether the Node of the job can run syncgate, so that one is set up only where it has to be.
set -euo pipefail

suitable=false
if command -v node >/dev/null; then
  if node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 22 || (major === 22 && minor >= 18) ? 0 : 1)'; then
    suitable=true
  fi
fi
echo "suitable=$suitable" >>"$GITHUB_OUTPUT"
