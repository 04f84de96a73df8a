#!/bin/bash
set -euo pipefail
step() { echo "--- $*"; "$@"; }
step node /app/cli.js --version
step node /app/cli.js build a.json
step node /app/cli.js build b.json --shard 4
step node /app/cli.js build c.json
