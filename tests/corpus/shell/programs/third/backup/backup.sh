#!/bin/bash
set -Eeuo pipefail
log() { printf '%s [%s] %s\n' '2026-11-27T01:30:00Z' "$1" "$2"; }
fail() { log ERROR "$1"; log INFO "removing unfinished set"; rm -rf set.new; exit 3; }
mkdir -p set.new mail web
echo a > mail/a; echo b > web/b
log INFO "backup begins"
for part in mail web database; do
    [ -d "$part" ] || fail "source folder '$part' does not exist"
    tar cf "set.new/$part.tar" "$part"
    log INFO "$part: $(stat -c %s "set.new/$part.tar") bytes"
done
log INFO "backup done"
