#!/bin/bash
set -e
cd "$(dirname "$0")"
echo "nightly: fetching"
printf 'station,mm\nA,3.5\nB,0\n' > rain.csv
for step in 01_load 02_join; do
  echo "nightly: step $step"
  Rscript --vanilla $step.R
done
echo "nightly: published"
