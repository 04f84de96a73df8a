#!/bin/sh
set -eu
echo "forecast: $(date -u -d 2026-11-22 +%F), 6 hours"
nice -n 5 ./tides > out.txt
echo "forecast: $(wc -l < out.txt) lines"
