#!/usr/bin/env bash
# makes the daily folders of a month, with the last day of the month before as their seed
set -euo pipefail
month=${1:?month wanted, as 2026-11}
exec > >(sed -u "s/^/[partitions] /") 2>&1
first_of() { date -d "$1-01" +%F; }
seed_of() { date -d "$1" +%Y/%j; }
echo "month $month begins $(first_of "$month")"
days=0
for day in {28..31}; do
    folder=$(seed_of "$month-$day")
    mkdir -p "days/$folder"
    echo "made days/$folder"
    days=$((days + 1))
done
echo "$days folders made"
