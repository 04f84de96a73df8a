#!/bin/bash
export RESTIC_PASSWORD=pw RESTIC_REPOSITORY=/app/vault
mkdir books
for i in 1 2 3; do seq $((i * 4000)) > books/$i.csv; done
if ! restic snapshots --no-cache; then
  echo "no vault yet, making one"
  restic init || exit 1
fi
restic backup --no-cache books
restic forget --keep-daily 7 --prune --no-cache
restic check --no-cache
