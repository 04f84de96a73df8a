#!/bin/bash
# The server's own log of a drill: wrong names and passwords must be refused.
set -u
chown -R 65534:65534 /app
as() { setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/app PGHOST=/app PGPORT=48734 PGPASSWORD=wrong "$@"; }
as initdb -D /app/pg -U app -A trust >/dev/null
printf 'local all app trust\nlocal all all scram-sha-256\n' > pg/pg_hba.conf
as postgres -D /app/pg -k /app -p 48734 -c listen_addresses= -c log_line_prefix='%m [%p] %q%u@%d ' -c log_min_duration_statement=-1 &
until as pg_isready -q -U app -d postgres; do sleep 0.2; done
refused=0
as psql -U app -d warehouse -c 'select 1' 2>/dev/null || refused=$((refused + 1))
as psql -U guest -d postgres -c 'select 1' 2>/dev/null || refused=$((refused + 1))
as psql -U app -d postgres -q -c 'create role reader login' -c 'create table pay(x int)'
as psql -U app -d postgres -q -c 'set role reader' -c 'select * from pay' 2>/dev/null || refused=$((refused + 1))
as psql -U app -d postgres -q -c "set statement_timeout = '200ms'" -c 'select pg_sleep(5)' 2>/dev/null || refused=$((refused + 1))
as pg_ctl -D /app/pg -m fast stop >/dev/null
wait
[ $refused = 4 ] && echo "drill: 4 of 4 refused as wanted"
