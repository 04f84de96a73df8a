#!/bin/bash
mkdir -p ledger copy
for i in 1 2 3; do seq $((i * 50)) > ledger/$i.csv; done
cp ledger/1.csv copy/; seq 90 > copy/2.csv
if ! rclone --config /app/none.conf check ledger copy 2>&1; then
  echo "check: the copy is behind, as every morning; bringing it up to date"
  rclone --config /app/none.conf sync ledger copy -v --stats 0 2>&1 || exit 1
fi
rclone --config /app/none.conf check ledger copy 2>&1
