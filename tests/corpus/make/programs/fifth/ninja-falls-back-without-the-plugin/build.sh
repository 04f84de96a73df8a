#!/usr/bin/env bash
set -uo pipefail
try() { echo "## variant $1"; sed "s/@FLAGS@/$2/" build.ninja.in > "build-$1.ninja"; ninja -f "build-$1.ninja" -k 0; }
if try fast '-O3 -fplugin=vectorise -DFAST'; then
    used=fast
elif try plain '-O2'; then
    used=plain
else
    echo "## no variant builds" >&2
    exit 1
fi
echo "## built: $used, $(./codec)"
