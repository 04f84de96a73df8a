#!/usr/bin/env bash
set -euo pipefail
mkdir -p www/snap; seq 500 > www/snap/part1; seq 500 > www/snap/part2
python3 -m http.server 39831 --bind 127.0.0.1 --directory www >/dev/null 2>&1 &
trap "kill $!" EXIT
for _ in $(seq 50); do curl -s -o /dev/null http://127.0.0.1:39831/ && break; sleep 0.1; done
cat > fetch.lftp <<L
set cmd:fail-exit yes
set net:max-retries 2
set net:reconnect-interval-base 1
set xfer:clobber yes
open http://127.0.0.1:39831/snap/
get part1 -o part1
get part2 -o part2
get part3 -o part3
echo all parts are here
L
lftp -f fetch.lftp
sort -m -n part1 part2 part3 > snapshot
