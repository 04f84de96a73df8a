#!/usr/bin/env bash
set -o errexit -o pipefail
log() { printf '{"at":"%s","level":"%s","msg":"%s"}\n' "$(date -u +%FT%TZ)" "$1" "$2"; }
hosts=(web1 web2 db1)
collect() {
    local host=$1 target=$2
    echo "load of $host: 0.$((RANDOM % 9))" >> $target
    log info "collected $host"
}
trap 'log notice "collector leaves"' EXIT
for host in "${hosts[@]}"; do
    target=reports/$host
    [[ $host == db* ]] && target="reports/$host (primary).txt"
    mkdir -p reports
    collect "$host" "$target"
done
