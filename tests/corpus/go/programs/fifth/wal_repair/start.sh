#!/bin/bash
mkdir -p data/wal
head -c 40000 /dev/zero | tr '\0' 'w' > data/wal/00000000
prometheus --config.file=prometheus.yml --storage.tsdb.path=/app/data --web.listen-address=127.0.0.1:9397 &
sleep 4
kill -TERM %1
wait %1
