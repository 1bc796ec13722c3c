#!/usr/bin/env bash
# Brings the syncgate that INPUT_VERSION asks for, and says where it is.
set -euo pipefail

version=${INPUT_VERSION:-}
bin=''
case "$version" in
  '')
    # Who pins the action to a commit means the code of that commit: it is built from there, not fetched by a name.
    cd "$GITHUB_ACTION_PATH"
    if [[ ! -f dist/start.js || ! -d node_modules/jsforce ]]; then
      npm ci --ignore-scripts --no-audit --no-fund >&2
      npm run -s build >&2
    fi
    bin="$GITHUB_ACTION_PATH/bin/syncgate.js"
    ;;
  path)
    bin=$(command -v syncgate) || {
      echo '::error::version is "path", and there is no syncgate on the PATH. Install it in an earlier step.'
      exit 2
    }
    ;;
  *)
    if [[ ! "$version" =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]]; then
      echo '::error::version is neither empty, nor "path", nor a version such as 0.1.0.'
      exit 2
    fi
    folder=$(mktemp -d "$RUNNER_TEMP/syncgate-install.XXXXXX")
    npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund "syncgate@$version" >&2
    bin="$folder/node_modules/syncgate/bin/syncgate.js"
    ;;
esac
echo "bin=$bin" >>"$GITHUB_OUTPUT"
