#!/bin/bash
set -u
mkdir -p from to && for i in 1 2 3; do seq 50 > from/part-$i; done
chmod 000 from/part-2; chmod 777 to; chmod 755 from
(sleep 2.5; chmod 644 from/part-2) &
setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/app rclone --config /dev/null sync from to --retries 4 --retries-sleep 2s -v --stats 0
code=$?
wait
echo "rclone: $code, $(ls to | wc -l) parts are there"
exit $code
