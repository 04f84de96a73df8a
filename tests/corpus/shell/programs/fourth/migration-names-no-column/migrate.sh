#!/bin/bash
# Brings the schema of a scratch database up to date.
set -eu
PATH=$PATH:/usr/sbin
dir=$(mktemp -d)
chown postgres "$dir"
bin=$(echo /usr/lib/postgresql/*/bin)
as() { runuser -u postgres -- "$@"; }
as "$bin/initdb" -D "$dir/data" -A trust --no-sync > /dev/null
as "$bin/pg_ctl" -D "$dir/data" -o "-k $dir -h ''" -l "$dir/log" -w start > /dev/null
trap 'as "$bin/pg_ctl" -D "$dir/data" -m immediate stop > /dev/null; rm -rf "$dir"' EXIT
for step in migrations/*.sql; do
    echo "-- $step"
    psql -h "$dir" -U postgres -v ON_ERROR_STOP=1 -1 -f "$step"
done
echo "schema is up to date"
