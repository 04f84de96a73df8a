#!/bin/bash
# Loads the warehouse into a server of its own.
BIN=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
mkdir -p /run/warehouse && chown postgres /run/warehouse
runuser -u postgres -- "$BIN/initdb" -D /run/warehouse/data -A trust >/dev/null
runuser -u postgres -- "$BIN/pg_ctl" -w -D /run/warehouse/data -o "-k /run/warehouse -p 5498" -l /run/warehouse/server.log start >/dev/null
psql -h /run/warehouse -p 5498 -U postgres -v ON_ERROR_STOP=1 -f load.sql postgres
code=$?
runuser -u postgres -- "$BIN/pg_ctl" -w -m fast -D /run/warehouse/data stop >/dev/null
rm -rf /run/warehouse
exit $code
