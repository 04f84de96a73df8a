#!/usr/bin/env bash
set -euo pipefail
mkdir -p www && seq 20000 > www/tile_0.bin && seq 9000 > www/tile_1.bin
python3 -m http.server 39811 --bind 127.0.0.1 --directory www >/dev/null 2>&1 &
trap "kill $!" EXIT
for _ in $(seq 50); do curl -s -o /dev/null http://127.0.0.1:39811/ && break; sleep 0.1; done
for i in 0 1 2; do echo "http://127.0.0.1:39811/tile_$i.bin"; done > tiles.txt
echo "fetching $(wc -l < tiles.txt) tiles"
aria2c --no-conf -j2 --max-tries=2 --retry-wait=1 --console-log-level=notice --summary-interval=0 --enable-color=false --download-result=full -d tiles -i tiles.txt
echo "merging"
cat tiles/*.bin > all.bin
