#!/bin/bash
set -e
log() { printf '%s deploy[%d]: %s\n' "$(date +%H:%M:%S)" 412 "$*"; }
mkdir -p build/app-2.4 releases
seq 1 60000 > build/app-2.4/index.bin
echo 2.4 > build/app-2.4/VERSION
tar -C build -czf full.tar.gz app-2.4
head -c 70000 full.tar.gz > app-2.4.tar.gz
log "unpacking app-2.4.tar.gz ($(stat -c %s app-2.4.tar.gz) bytes)"
tar -C releases -xzf app-2.4.tar.gz
ln -sfn releases/app-2.4 current
log "current -> app-2.4"
