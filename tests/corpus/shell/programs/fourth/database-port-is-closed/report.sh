#!/bin/bash
set -euo pipefail
export PGCONNECT_TIMEOUT=5 PGUSER=report PGDATABASE=sales
export PGHOST=127.0.0.1 PGPORT=5999
start=$SECONDS
echo "report: reading yesterday's orders"
psql -XAt -F $'\t' -c "SELECT region, sum(total) FROM orders WHERE day = current_date - 1 GROUP BY 1" > orders.tsv
awk -F '\t' '{ sum += $2 } END { printf "total %.2f\n", sum }' orders.tsv
echo "report: done in $((SECONDS - start)) s"
