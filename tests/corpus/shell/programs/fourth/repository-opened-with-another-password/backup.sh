#!/bin/bash
set -e
export HOME=$PWD/home RESTIC_REPOSITORY=$PWD/repo RESTIC_PROGRESS_FPS=0.1
mkdir -p home data && seq 1000 > data/rows.csv
RESTIC_PASSWORD=first restic init
export RESTIC_PASSWORD_FILE=password
echo second > password
echo "[backup] $(date +%F) data -> repo"
restic backup --host db1 --tag nightly data
restic forget --keep-daily 7 --prune
