#!/usr/bin/env bash
set -uo pipefail
python3 slow.py & server=$!
trap 'kill $server 2>/dev/null' EXIT
sleep 0.6
err() { echo "[$(date '+%Y-%m-%d %H:%M:%S')] ERROR ${FUNCNAME[1]}: $*" >&2; }
pull() {
    local part=$1 n
    for n in 1 2; do
        curl -sS --fail --max-time 1 -o "$part.csv" "http://127.0.0.1:39821/$part" && return 0
        err "part $part, attempt $n (curl ended with $?)"
    done
    return 1
}
for part in rates limits trades; do
    pull "$part" || { err "feed incomplete, keeping yesterday's files"; exit 1; }
    echo "[$(date '+%Y-%m-%d %H:%M:%S')] INFO  $part: $(wc -l < "$part.csv") lines"
done
