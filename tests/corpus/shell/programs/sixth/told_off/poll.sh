#!/bin/bash
# Polls the drop folder for ever.
trap 'echo "poll: $LINENO: $BASH_COMMAND ended with $?"' ERR
n=0
while :; do
  n=$((n + 1))
  ls /app/drop/*.ready
  echo "poll: round $n, nothing yet"
  sleep 0.2
done
