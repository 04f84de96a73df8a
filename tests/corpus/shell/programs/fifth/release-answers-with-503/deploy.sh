#!/usr/bin/env bash
set -uo pipefail
log() { echo "[$(date '+%Y-%m-%d %H:%M:%S')] $1 ${FUNCNAME[1]}: ${*:2}"; }

serve() { python3 service.py "$1" & pid=$!; }
smoke() {
    local path try status
    for path in /version /health; do
        for try in 1 2 3 4; do
            status=$(curl -s -o body -w '%{http_code}' "http://127.0.0.1:39841$path") || true
            [ "$status" = 200 ] && break
            log WARN "$path: $status (try $try)"
            sleep 0.4
        done
        [ "$status" = 200 ] || { log ERROR "$path still answers $status: $(cat body)"; return 1; }
        log INFO "$path: $(cat body)"
    done
}
roll_back() { log INFO "release 8 stopped"; kill "$pid"; ln -sfn releases/7 current; log INFO "current is $(readlink current) again"; }

mkdir -p releases/7 releases/8; ln -s releases/7 current
log INFO "switching to release 8"
ln -sfn releases/8 current
serve 8
smoke || { roll_back; exit 1; }
log INFO "release 8 is live"
