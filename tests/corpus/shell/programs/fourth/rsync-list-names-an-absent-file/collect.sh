#!/bin/bash
set -euo pipefail
mkdir -p exports staging
for day in 2026-11-20 2026-11-21 2026-11-22; do
    [ "$day" = 2026-11-21 ] || printf 'id,amount\n1,20\n' > "exports/$day.csv"
    echo "$day.csv" >> exports.list
done
echo "==> collecting $(wc -l < exports.list) exports"
rsync -rlt --itemize-changes --files-from=exports.list exports/ staging/
echo "==> loading"
ls staging | wc -l
