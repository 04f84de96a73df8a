#!/usr/bin/env bash
set -u
export MYSQL_HOME=$PWD
db=/tmp/${0##*/}.db; rm -rf "$db"; mkdir "$db"; chown mysql "$db"
mariadb-install-db --user=mysql --datadir="$db" --auth-root-authentication-method=normal --skip-test-db >/dev/null 2>&1
/usr/sbin/mariadbd --no-defaults --user=mysql --datadir="$db" --socket="$db/s" --skip-networking --pid-file="$db/pid" > server.log 2>&1 &
until mariadb-admin --no-defaults -S "$db/s" ping >/dev/null 2>&1; do sleep 0.2; done
sql() { mariadb --no-defaults -S "$db/s" -u root "$@"; }
trap 'mariadb-admin --no-defaults -S "$db/s" shutdown; rm -rf "$db"' EXIT
sql -e 'create database wiki'
echo "-- reload: the dump is of version 1.9, some statements are known to fail"
sql --force --show-warnings wiki < dump.sql
echo "-- reload: mariadb ended with $?"
pages=$(sql -N wiki -e 'select count(*) from pages')
echo "-- reload: $pages pages"
[ "$pages" -eq 3 ]
