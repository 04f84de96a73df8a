set -e
bin=/usr/lib/postgresql/15/bin
rm -rf /tmp/pg-deadlock; mkdir -m 700 /tmp/pg-deadlock; chown nobody /tmp/pg-deadlock
as() { setpriv --reuid=nobody --clear-groups "$@"; }
as $bin/initdb -D /tmp/pg-deadlock -U app -A trust >/dev/null 2>&1
as $bin/postgres -D /tmp/pg-deadlock -c listen_addresses= -c unix_socket_directories=/tmp/pg-deadlock -c deadlock_timeout=200ms -c log_line_prefix='%m [%p] %q%u@%d ' 2>&1 | sed -u 's/^/postgres | /' &
for n in 1 2 3 4 5 6 7 8 9 10; do psql -qX -h /tmp/pg-deadlock -U app -c 'SELECT 1' postgres >/dev/null 2>&1 && break; sleep 0.3; done
python3 -u transfer.py 2>&1 | sed -u 's/^/transfer | /'
as $bin/pg_ctl -D /tmp/pg-deadlock -m fast stop >/dev/null
wait
rm -rf /tmp/pg-deadlock
