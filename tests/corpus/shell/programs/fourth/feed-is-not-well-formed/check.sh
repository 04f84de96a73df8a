#!/usr/bin/env bash
set -euo pipefail
for file in *.xml; do
    echo "checking $file"
    xmllint --noout "$file"
done
echo "all feeds are fine"
