#!/bin/bash
# Three steps of the night; a failing one stops the rest.
set -euo pipefail
trap 'echo "nightly: cleaning up $(basename "$SPOOL")"; rm -rf "$SPOOL"' EXIT
SPOOL=$(mktemp -d /tmp/spool.XXXX); mv "$SPOOL" /tmp/spool.night; SPOOL=/tmp/spool.night
echo "nightly: step 1/3 extract"
cp /app/sales.csv "$SPOOL/sales.csv"
wc -l < "$SPOOL/sales.csv"
echo "nightly: step 2/3 aggregate"
python3 /app/aggregate.py "$SPOOL/sales.csv"
echo "nightly: step 3/3 upload"
