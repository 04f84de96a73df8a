set -e
dir=/tmp/pg-restore bin=/usr/lib/postgresql/15/bin
as() { setpriv --reuid=nobody --clear-groups "$@"; }
rm -rf $dir; mkdir -m 700 $dir; chown nobody $dir
as $bin/initdb -D $dir -U app -A trust >/dev/null 2>&1
as $bin/pg_ctl -D $dir -w -l $dir/log -o "-c listen_addresses= -c unix_socket_directories=$dir" start >/dev/null
python3 -u /app/restore.py $dir
as $bin/pg_ctl -D $dir -m fast stop >/dev/null
rm -rf $dir
