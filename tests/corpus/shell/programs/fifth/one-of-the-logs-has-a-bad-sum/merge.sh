#!/bin/dash
# merges the logs of three nodes by their stamps
set -eu
for n in 1 2 3; do seq -f "2026-11-26T0$n:%05g node$n ERROR none" 1 3000 | gzip > "node$n.gz"; done
printf 'XXXX' | dd of=node2.gz bs=1 seek=$(( $(stat -c %s node2.gz) - 8 )) conv=notrunc status=none
: > merged
for file in node*.gz; do
    echo "merge: $file ($(stat -c %s "$file") bytes)" >&2
    gzip -dc "$file" > part
    sort -m -o merged merged part
done
echo "merge: $(wc -l < merged) lines" >&2
