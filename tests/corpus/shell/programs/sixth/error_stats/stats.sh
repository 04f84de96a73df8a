#!/bin/bash
# A smoke test of the cache and its statistics of errors.
set -u
redis-server --port 48743 --save '' --appendonly no --daemonize no --dir /app --maxmemory 2mb --loglevel notice & server=$!
until redis-cli -p 48743 ping 2>/dev/null; do sleep 0.1; done
r() { redis-cli -p 48743 "$@"; }
r set page:1 cached; r lpush page:1 x; r incr page:1; r nosuchcommand 1; r evalsha ffffffffffffffffffffffffffffffffffffffff 0
r eval 'return redis.call("hget", KEYS[1], "f")' 1 page:1
r debug sleep 0 || true
r info errorstats; r info commandstats | grep -E 'failed_calls=[1-9]'
r shutdown nosave
wait $server
echo "smoke test: the cache refuses what it has to refuse ($?)"
