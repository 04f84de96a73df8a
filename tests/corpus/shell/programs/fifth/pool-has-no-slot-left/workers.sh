#!/usr/bin/env bash
set -uo pipefail
export PGDATA=/tmp/slots_pg PGHOST=/tmp PGPORT=39435 PGUSER=app PGDATABASE=postgres
PGBIN=/usr/lib/postgresql/15/bin
as_pg() { (cd /tmp && setpriv --reuid=postgres --regid=postgres --clear-groups "$@"); }
trap 'as_pg "$PGBIN/pg_ctl" stop -m immediate >/dev/null 2>&1; rm -rf "$PGDATA"' EXIT
rm -rf "$PGDATA"; install -d -o postgres -m 700 "$PGDATA"
as_pg "$PGBIN/initdb" -A trust >/dev/null
as_pg "$PGBIN/pg_ctl" -w -l "$PGDATA/log" -o "-p $PGPORT -k /tmp -c listen_addresses= -c max_connections=5 -c superuser_reserved_connections=3 -c max_wal_senders=0" start >/dev/null
psql -qU postgres -c 'create role app login'
work() {
    psql -Atc "select 'chunk $1: ' || count(*) || ' rows' from generate_series(1, $1 * 1000), pg_sleep(0.4 + $1 * 0.3)" 2>&1 | sed "s/^/worker-$1 | /"
    [ "${PIPESTATUS[0]}" -eq 0 ] || { echo "worker-$1 | chunk not done" ; return 1; }
}
echo "main     | 3 workers"
pids=()
for n in 1 2 3; do work $n & pids+=($!); sleep 0.15; done
failed=0
for p in "${pids[@]}"; do wait "$p" || failed=$((failed + 1)); done
echo "main     | $failed of 3 workers failed"
exit $((failed > 0))
