#!/bin/bash
mkdir -p scans target
mount -t tmpfs -o size=256k scratch target
for i in 01 02 03 04; do head -c 90000 /dev/zero > scans/page-$i.tif; done
echo "nightly sync of $(ls scans | wc -l) scans"
rclone --config /app/none.conf sync scans target --transfers 1 --retries 2 --no-check-dest=false -v --stats-one-line --stats 0 2>&1
code=$?
umount target
exit $code
