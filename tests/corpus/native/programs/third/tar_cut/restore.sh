#!/bin/bash
set -euo pipefail
mkdir -p src out
for i in 1 2 3 4 5 6; do head -c 60000 /dev/urandom > src/block$i.bin; done
tar czf backup.tgz src
truncate -s 150000 backup.tgz
echo "restore: unpacking $(stat -c %s backup.tgz) bytes"
tar xzvf backup.tgz -C out
echo "restore: done"
