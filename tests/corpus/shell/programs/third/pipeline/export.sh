#!/bin/bash
set -euo pipefail
rows() { for i in $(seq 1 200); do echo "$i;value $i"; done; }
echo "export: begin"
rows | sort -t ';' -k 1,1n | gzip -c > out.gz
echo "export: $(zcat out.gz | wc -l) rows packed"
zcat out.gz | jq -R 'split(";") | {n: .[0] | tonumber, v: .[1] | tonumber}' > out.json
echo "export: written"
