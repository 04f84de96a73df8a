#!/usr/bin/env bash
set -euo pipefail
cmake -B build >/dev/null
if ! ctest --test-dir build --output-on-failure; then
    echo "ci: flaky tests get a second chance"
    ctest --test-dir build --rerun-failed --output-on-failure
fi
echo "ci: tests passed"
