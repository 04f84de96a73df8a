#!/usr/bin/env bash
set -euo pipefail
banner() { echo "=========== $* ==========="; }
mkdir -p data; for i in 1 2 3; do seq $((i * 40000)) > data/table$i; done
tar -c data | zstd -q --check -o full.tar.zst
printf '\xff\x00\xff' | dd of=full.tar.zst bs=1 seek=60000 conv=notrunc status=none
banner "restore of full.tar.zst"
rm -r data
zstd -dc full.tar.zst | tar -xv
banner "compare"
wc -l data/*
