#!/usr/bin/env bash
# weekly restore drill: dump of production is brought back into a scratch base, then counted
set -euo pipefail
export PGDATA=/tmp/drill_pg PGHOST=/tmp PGPORT=39433 PGUSER=postgres
PGBIN=/usr/lib/postgresql/15/bin
say() { echo "$(date -u +%FT%TZ) drill[$$]: $*" | sed "s/\[[0-9]*\]/[4127]/"; }
as_pg() { (cd /tmp && setpriv --reuid=postgres --regid=postgres --clear-groups "$@"); }
trap 'as_pg "$PGBIN/pg_ctl" stop -m immediate >/dev/null 2>&1; rm -rf "$PGDATA"' EXIT

rm -rf "$PGDATA"; install -d -o postgres -m 700 "$PGDATA"
as_pg "$PGBIN/initdb" -A trust >/dev/null
as_pg "$PGBIN/pg_ctl" -w -l "$PGDATA/log" -o "-p $PGPORT -k /tmp -c listen_addresses=" start >/dev/null
createdb shop; createdb scratch
psql -q shop <<'SQL'
create table customers(id int primary key, name text);
create table orders(id int primary key, customer int references customers, total numeric);
create view open_orders as select * from orders where total > 0;
insert into customers select g, 'customer ' || g from generate_series(1, 120) g;
insert into orders select g, 1 + g % 120, g * 1.5 from generate_series(1, 900) g;
SQL

say "dumping shop"
pg_dump -Fc -f shop.dump shop
say "restoring into scratch with --clean"
# an empty base has nothing to drop: pg_restore complains and ends with 1
pg_restore --clean --no-owner -d scratch shop.dump || code=$?
say "pg_restore ended with ${code:-0}, 1 is expected here"
for table in customers orders; do
    want=$(psql -At shop -c "select count(*) from $table")
    have=$(psql -At scratch -c "select count(*) from $table")
    [[ $want == "$have" ]] || { say "ERROR $table: $have rows, $want expected"; exit 1; }
    say "$table: $have rows, ok"
done
say "drill passed"
