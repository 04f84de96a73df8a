#!/usr/bin/env bash
# nightly rollup of page views into daily figures
set -uo pipefail
export PGDATA=/tmp/rollup_pg PGHOST=/tmp PGPORT=39432 PGUSER=postgres PGDATABASE=postgres
PGBIN=/usr/lib/postgresql/15/bin

log() { printf '[%s] %-5s %s\n' "$(date '+%F %T')" "$1" "${*:2}"; }
as_pg() { (cd /tmp && setpriv --reuid=postgres --regid=postgres --clear-groups "$@"); }

cleanup() {
    kill "${holder:-}" 2>/dev/null
    as_pg "$PGBIN/pg_ctl" stop -m immediate >/dev/null 2>&1
    rm -rf "$PGDATA"
    log INFO "database stopped"
}
trap cleanup EXIT

rm -rf "$PGDATA"; install -d -o postgres -m 700 "$PGDATA"
as_pg "$PGBIN/initdb" -A trust >/dev/null
as_pg "$PGBIN/pg_ctl" -w -l "$PGDATA/log" -o "-p $PGPORT -k /tmp -c listen_addresses=" start >/dev/null
psql -qf schema.sql
log INFO "rollup of $(psql -Atc 'select count(*) from views') views"

psql -qc "begin; lock table daily in access exclusive mode; select pg_sleep(30)" >/dev/null 2>&1 &
holder=$!
sleep 0.5

for attempt in 1 2 3; do
    log INFO "attempt $attempt of 3"
    if psql -q -v ON_ERROR_STOP=1 -f rollup.sql; then
        log INFO "rollup done"
        exit 0
    fi
    log WARN "attempt $attempt failed, waiting"
    sleep 0.3
done
log ERROR "rollup gave up after 3 attempts"
exit 75
