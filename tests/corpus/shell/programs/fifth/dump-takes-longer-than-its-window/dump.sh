#!/usr/bin/env bash
set -uo pipefail
log() { echo "$(date '+%Y-%m-%dT%H:%M:%S%z') dump[1] <$1> ${*:2}"; }
sqlite3 shop.db "create table t(i, pad); with recursive n(i) as (select 1 union all select i + 1 from n where i < 200) insert into t select i, hex(randomblob(40)) from n"
window=2
within_window() { timeout --signal=TERM "$window" "$@"; }
for base in shop; do
    log info "$base: schema"
    within_window sqlite3 $base.db .schema
    log info "$base: rows"
    within_window sqlite3 $base.db "select count(*) from t a, t b, t c, t d where a.pad || b.pad < c.pad || d.pad" > rows.txt
    code=$?
    case $code in
        0) log info "$base: $(cat rows.txt)" ;;
        124) log crit "$base: rows not dumped within $window s, the window of the night is over"; rm -f rows.txt; log info "partial dump removed"; exit 1 ;;
        *) log crit "$base: sqlite3 ended with $code"; exit 1 ;;
    esac
done
log info "done"
