#!/bin/bash
set -e
report() {
  echo "rows: 12" > /app/out/report.txt # RAISES
}
echo "reporting"
report
