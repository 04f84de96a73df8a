#!/usr/bin/env bash
set -u
export MYSQL_HOME=$PWD
db=/tmp/${0##*/}.db; rm -rf "$db"; mkdir "$db"; chown mysql "$db"
mariadb-install-db --user=mysql --datadir="$db" --auth-root-authentication-method=normal --skip-test-db >/dev/null 2>&1
/usr/sbin/mariadbd --no-defaults --user=mysql --datadir="$db" --socket="$db/s" --skip-networking --pid-file="$db/pid" > server.log 2>&1 &
until mariadb-admin --no-defaults -S "$db/s" ping >/dev/null 2>&1; do sleep 0.2; done
sql() { mariadb --no-defaults -S "$db/s" -u root "$@"; }
finish() { code=$?; mariadb-admin --no-defaults -S "$db/s" shutdown; rm -rf "$db"; echo "month end: finished with $code"; }
trap finish EXIT
sql -e 'create database books'
for step in 01_tables 02_accounts 03_bookings 04_report; do
    echo "month end: $step"
    sql books < "$step.sql" || { code=$?; echo "month end: $step did not go through" >&2; exit $code; }
done
