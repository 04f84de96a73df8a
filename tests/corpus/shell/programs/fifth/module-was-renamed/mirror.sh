#!/usr/bin/env bash
# mirrors the module of the storage host, three tries with a growing pause
set -uo pipefail
cat > rsyncd.conf <<C
port = 39873
address = 127.0.0.1
use chroot = no
uid = root
gid = root
lock file = $PWD/rsyncd.lock
log file = $PWD/rsyncd.log
[media-2026]
    path = $PWD/media
    read only = yes
C
mkdir -p media mirror; seq 1000 > media/a.bin; seq 10 > media/b.bin
rsync --daemon --no-detach --config=rsyncd.conf & daemon=$!
trap 'kill $daemon; rm -rf mirror.partial' EXIT
sleep 0.5
log() { printf '<5>%s storage mirror[811]: %s\n' "$(date '+%b %e %T')" "$*" >&2; }
run() {
    local pause=1 code=0
    for try in 1 2 3; do
        log "try $try: $1"
        rsync -rt --stats --partial-dir=mirror.partial "rsync://127.0.0.1:39873/$1/" mirror/ | grep -E '^(Number of files|Total file size)'
        code=${PIPESTATUS[0]}
        (( code == 0 )) && return 0
        log "rsync ended with $code, next try in ${pause}s"
        sleep "0.$pause"; pause=$((pause * 2))
    done
    return "$code"
}
run media-2026 && run previews || { code=$?; log "giving up, mirror is stale"; exit $code; }
log "mirror is up to date"
