#!/usr/bin/env bash
set -uo pipefail
export PGDATA=/tmp/quoted_pg PGHOST=/tmp PGPORT=39436 PGUSER=postgres PGDATABASE=postgres
PGBIN=/usr/lib/postgresql/15/bin
as_pg() { (cd /tmp && setpriv --reuid=postgres --regid=postgres --clear-groups "$@"); }
trap 'as_pg "$PGBIN/pg_ctl" stop -m fast >/dev/null 2>&1; rm -rf "$PGDATA"' EXIT
rm -rf "$PGDATA"; install -d -o postgres -m 700 "$PGDATA"
as_pg "$PGBIN/initdb" -A trust >/dev/null
as_pg "$PGBIN/pg_ctl" -w -l "$PGDATA/log" -o "-p $PGPORT -k /tmp -c listen_addresses= -c deadlock_timeout=200ms" start >/dev/null
# what the day's users did
psql -q -c 'create table seats(id int primary key, taken bool default false)' -c 'insert into seats values (1), (2)'
{
    psql -c 'insert into seats values (1)'
    psql -c 'select price from seats'
    psql -U nobody_here -c 'select 1'
    psql -c 'begin; update seats set taken = true where id = 1; select pg_sleep(0.4); update seats set taken = true where id = 2; commit' &
    psql -c 'begin; update seats set taken = true where id = 2; select pg_sleep(0.4); update seats set taken = true where id = 1; commit' &
    wait
    psql -c 'select pg_terminate_backend(pg_backend_pid())'
} >/dev/null 2>&1
echo "=== server log of the day, errors by kind"
grep -oE '(ERROR|FATAL):.*' "$PGDATA/log" | sed 's/"[^"]*"/"..."/g' | sort | uniq -c | sort -rn
echo "=== last lines"
sed -E 's/\[[0-9]+\]/[1]/; s/[Pp]rocess [0-9]+/process 1/g; s/transaction [0-9]+/transaction 7/g; s/(process 1:?) waits/\1 waits/' "$PGDATA/log" | tail -n 30
echo "=== seats: $(psql -Atc 'select count(*) from seats where taken') taken; report mailed"
