#!/bin/sh
# stands in for cron.daily on a host without cron
PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin
export TMPDIR=/mnt/scratch
cd /app || exit 1
echo "-- daily run begins"
run-parts --verbose --report --exit-on-error --regex '^[0-9]{2}-' daily
code=$?
echo "-- daily run ends: $code"
exit $code
