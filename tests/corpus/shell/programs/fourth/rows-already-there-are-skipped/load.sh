#!/bin/bash
set -e
sqlite3 runs.db 'CREATE TABLE runs (id INTEGER PRIMARY KEY, name TEXT NOT NULL);'
for row in "1,'alpha'" "2,'beta'" "1,'alpha again'" "3,NULL" "4,'delta'"; do
    sqlite3 runs.db "INSERT INTO runs VALUES ($row);" || echo "skipped: $row"
done
sqlite3 -box runs.db 'SELECT * FROM runs;'
echo "integrity: $(sqlite3 runs.db 'PRAGMA integrity_check;')"
