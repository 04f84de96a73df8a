#!/bin/bash
set -eu
chown -R 65534:65534 /app
as() { setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/app PGHOST=/app PGPORT=48733 PGUSER=app PGDATABASE=postgres "$@"; }
as initdb -D /app/pg -U app -A trust >/dev/null
as pg_ctl -D /app/pg -w -o "-k /app -p 48733 -c listen_addresses=''" -l /dev/null start >/dev/null
trap 'as pg_ctl -D /app/pg -m fast stop >/dev/null' EXIT
as psql -q -v ON_ERROR_STOP=1 -f refresh.sql
as psql -c 'select sensor, reading, taken from measured order by 1'
