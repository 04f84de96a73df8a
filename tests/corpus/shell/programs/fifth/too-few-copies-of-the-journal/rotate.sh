#!/usr/bin/env bash
set -Eeuo pipefail
. ./log.sh
ports=(39651 39652 39653)
start() { redis-server --port "$1" --bind 127.0.0.1 --save '' --daemonize yes --logfile /dev/null "${@:2}" >/dev/null; }
stop_all() { for p in "${ports[@]}"; do redis-cli -p "$p" shutdown nosave 2>/dev/null || true; done; }
trap 'code=$?; stop_all; (( code )) && log WARN "journal left as it was"; exit $code' EXIT

start "${ports[0]}"
start "${ports[1]}" --replicaof 127.0.0.1 "${ports[0]}"
start "${ports[2]}" --replicaof 127.0.0.1 39650
until redis-cli -p "${ports[0]}" info replication 2>/dev/null | grep -q 'slave0:.*online'; do sleep 0.2; done

redis-cli -p "${ports[0]}" rpush journal a b c >/dev/null
log INFO "journal has $(redis-cli -p "${ports[0]}" llen journal) entries"
copies=$(redis-cli -p "${ports[0]}" wait 2 900)
for p in "${ports[@]:1}"; do
    log INFO "port $p: link $(redis-cli -p "$p" info replication | tr -d '\r' | sed -n 's/^master_link_status://p')"
done
(( copies >= 2 )) || die 69 "rotate: $copies of 2 copies of the journal are written, refusing to cut it"
redis-cli -p "${ports[0]}" ltrim journal -1 -1
log INFO "journal cut"
