#!/bin/bash
# Counts the visitors; a long report may hold the base for a moment.
set -u
log() { printf 'level=%s ts=%s msg="%s" err=%s\n' "$1" "$(date +%FT%TZ)" "$2" "$3"; }
sqlite3 visits.db "create table visit(day text, n int); insert into visit values ('mon', 3);"
(printf 'begin exclusive;\n'; sleep 3; printf 'commit;\n') | sqlite3 visits.db & holder=$!
sleep 0.5
for try in 1 2 3 4 5 6 7; do
  if told=$(sqlite3 visits.db "insert into visit values ('tue', 5)" 2>&1); then
    log info "row is in at try $try" null; break
  fi
  log warn "try $try" "\"$told\""; sleep 0.7
done
wait $holder
log info "sum $(sqlite3 visits.db 'select sum(n) from visit')" null
