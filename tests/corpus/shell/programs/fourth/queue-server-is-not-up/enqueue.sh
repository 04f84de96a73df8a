#!/bin/busybox sh
set -e
echo "enqueueing $(seq 12 | wc -l) jobs"
seq 12 | while read -r n; do
    redis-cli -h 127.0.0.1 -p 6390 -e RPUSH jobs "job:$n"
done
echo "enqueued"
