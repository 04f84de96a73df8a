#!/usr/bin/env bash
set -uo pipefail
export LC_ALL=C
say() { printf '%s [%s] %s\n' "$(date +%T)" "$1" "${*:2}"; }
start() { redis-server --port "$1" --bind 127.0.0.1 --save '' --daemonize yes --logfile "$PWD/$1.log" --dir "$PWD" >/dev/null; }
trap 'redis-cli -p 39641 shutdown nosave 2>/dev/null; redis-cli -p 39642 shutdown nosave 2>/dev/null' EXIT
start 39641
(sleep 1.2; start 39642) &
for try in 1 2 3 4 5 6; do
    redis-cli -e -p 39642 ping && break
    say WARN "new store is not up (try $try)"
    sleep 0.4
done
say INFO "old store"
redis-cli -p 39641 <<'R'
MSET s:1 anna s:2 ben s:3 cleo
LPUSH s:4 odd
INCR s:1
GET s:4
CONFIG GET no-such-setting
R
moved=0
for key in $(redis-cli -p 39641 --scan --pattern 's:*' | sort); do
    if [[ $(redis-cli -p 39641 migrate 127.0.0.1 39642 "$key" 0 2000 2>&1) == OK ]]; then
        moved=$((moved + 1))
    else
        say WARN "$key stays where it is"
    fi
done
redis-cli -p 39641 migrate 127.0.0.1 39642 s:1 0 2000
redis-cli -p 39641 get s:1
say INFO "moved $moved sessions, $(redis-cli -p 39642 dbsize) in the new store, errors counted by it:"
redis-cli -p 39642 info errorstats
redis-cli -p 39641 info errorstats
say INFO "done"
