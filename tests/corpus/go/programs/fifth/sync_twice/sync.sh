#!/bin/bash
mkdir -p inbox outbox
seq 100 > inbox/a.txt; seq 200 > inbox/b.txt; seq 300 > inbox/meter.log
( for i in $(seq 30); do echo "reading $i" >> inbox/meter.log; sleep 0.02; done ) &
rclone --config /app/none.conf copy inbox outbox --bwlimit-file 1k --transfers 1 --retries 4 --retries-sleep 2s -v --stats 0 2>&1
code=$?
wait
echo "copy ended with $code, $(ls outbox | wc -l) files"
exit $code
