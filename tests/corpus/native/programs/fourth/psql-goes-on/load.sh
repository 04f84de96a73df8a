#!/bin/bash
# Loads the mart into a server of its own.
BIN=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
mkdir -p /run/mart && chown postgres /run/mart
runuser -u postgres -- "$BIN/initdb" -D /run/mart/data -A trust >/dev/null
runuser -u postgres -- "$BIN/pg_ctl" -w -D /run/mart/data -o "-k /run/mart -p 5497" -l /run/mart/server.log start >/dev/null
psql -h /run/mart -p 5497 -U postgres -f load.sql postgres
code=$?
runuser -u postgres -- "$BIN/pg_ctl" -w -m fast -D /run/mart/data stop >/dev/null
rm -rf /run/mart
exit $code
