#!/bin/bash
set -eu
PATH=$PATH:/usr/sbin
dir=$(mktemp -d)
chown postgres "$dir"
bin=$(echo /usr/lib/postgresql/*/bin)
as() { runuser -u postgres -- "$@"; }
as "$bin/initdb" -D "$dir/data" -A trust --no-sync > /dev/null
as "$bin/pg_ctl" -D "$dir/data" -o "-k $dir -h ''" -w start
trap 'as "$bin/pg_ctl" -D "$dir/data" -m fast stop; rm -rf "$dir"' EXIT
for round in 1 2; do
    echo "round $round"
    psql -q -h "$dir" -U postgres -f seed.sql
done
psql -h "$dir" -U postgres -Atc 'SELECT count(*) FROM country'
