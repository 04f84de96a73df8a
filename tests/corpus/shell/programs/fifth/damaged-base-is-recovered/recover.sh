#!/usr/bin/env bash
set -uo pipefail
log() { printf '%s %s sensor-archive: %s\n' "$(date '+%Y-%m-%d %H:%M:%S,%3N')" "$1" "$2"; }
sqlite3 archive.db <<'SQL'
pragma page_size = 1024;
create table readings(id integer primary key, sensor text, value real);
with recursive n(i) as (select 1 union all select i + 1 from n where i < 3000)
insert into readings select i, 's' || (i % 7), i * 0.25 from n;
create index by_sensor on readings(sensor);
SQL
log INFO "archive has $(sqlite3 archive.db 'select count(*) from readings') readings"
# what a lost sector looks like
dd if=/dev/zero of=archive.db bs=1024 seek=40 count=2 conv=notrunc status=none

if ! sqlite3 archive.db 'select sensor, round(avg(value), 2) from readings group by sensor order by sensor'; then
    log ERROR "archive cannot be read, recovering"
    sqlite3 archive.db 'pragma integrity_check(3)'
    sqlite3 archive.db .dump > dump.sql || log WARN ".dump ended with $?"
    tail -n 1 dump.sql
    sed 's/^ROLLBACK;.*/COMMIT;/' dump.sql | sqlite3 new.db || log WARN "some rows were refused"
    mv archive.db archive.bad; mv new.db archive.db
fi
left=$(sqlite3 archive.db 'select count(*) from readings')
log INFO "archive has $left readings after recovery"
(( left > 2500 )) || { log ERROR "too few readings left"; exit 1; }
sqlite3 archive.db 'select sensor, count(*) from readings group by sensor order by sensor limit 3'
log INFO "done"
