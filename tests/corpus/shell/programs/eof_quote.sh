#!/bin/bash
set -e
echo "preparing
for f in *.csv; do
  wc -l "$f"
done
