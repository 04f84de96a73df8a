#!/bin/bash
export RESTIC_PASSWORD=pw RESTIC_REPOSITORY=/app/vault
mkdir books
for i in 1 2 3; do head -c 150000 /dev/urandom > books/$i.db; done
restic init -q
restic backup books 2>&1 | sed 's/^/backup: /'
pack=$(find vault/data -type f | sort | head -1)
chmod u+w "$pack"; printf 'rust' | dd of="$pack" bs=1 seek=90 conv=notrunc status=none
restic check --read-data --no-cache 2>&1
code=$?
restic unlock 2>&1 | sed 's/^/unlock: /'
echo "check ended with $code, mail goes to backup@example.org"
exit $code
