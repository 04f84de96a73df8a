#!/usr/bin/env bash
set -euo pipefail
export RCLONE_CONFIG=$PWD/rclone.conf
mkdir -p out vault; seq 400 > out/a.csv; seq 900 > out/b.csv
rclone serve webdav vault --addr 127.0.0.1:39851 --user robot --pass right > serve.log 2>&1 &
server=$!
trap 'kill $server; echo "offsite: $(ls vault | wc -l) of $(ls out | wc -l) files are in the vault"' EXIT
sleep 1.5
cat > rclone.conf <<C
[vault]
type = webdav
url = http://127.0.0.1:39851
vendor = other
user = robot
pass = $(rclone obscure wrong)
C
echo "offsite: begin"
rclone copy out vault: --retries 2 --low-level-retries 1 --stats-one-line -v
echo "offsite: end"
