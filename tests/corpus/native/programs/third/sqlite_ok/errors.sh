#!/bin/sh
sqlite3 log.db <<'END'
create table event (id integer primary key, level text, text text unique);
insert or ignore into event values (1, 'ERROR', 'UNIQUE constraint failed: job.id'), (2, 'FATAL', 'database disk image is malformed'), (3, 'INFO', 'near "selct": syntax error'), (4, 'ERROR', 'UNIQUE constraint failed: job.id');
.mode box
select level, count(*) as events from event group by level;
select * from event;
.mode list
pragma integrity_check;
.dump
END
echo "errors.sh: 2 levels told to the monitor"
