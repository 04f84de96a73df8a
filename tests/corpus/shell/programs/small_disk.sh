#!/bin/bash
set -euo pipefail
mkdir -p /app/scratch && mount -t tmpfs -o size=64k tmpfs /app/scratch
echo "unpacking 4 parts"
for part in 1 2 3 4; do
  dd if=/dev/zero of=/app/scratch/part-$part bs=1k count=30 status=none
  echo "part $part unpacked"
done
