#!/usr/bin/env bash
set -euo pipefail
mkdir -p a b && seq 30000 > b/words.txt && (cd b && sha256sum words.txt > words.sha256)
python3 -m http.server 39812 --bind 127.0.0.1 --directory a >/dev/null 2>&1 & one=$!
python3 -m http.server 39813 --bind 127.0.0.1 --directory b >/dev/null 2>&1 & two=$!
trap 'kill $one $two' EXIT
for p in 39812 39813; do for _ in $(seq 50); do curl -s -o /dev/null "http://127.0.0.1:$p/" && break; sleep 0.1; done; done
echo "mirror list: 39814 39812 39813"
aria2c --no-conf -s1 -x1 --max-tries=1 --console-log-level=info --summary-interval=0 --enable-color=false -d got \
    http://127.0.0.1:39814/words.txt http://127.0.0.1:39812/words.txt http://127.0.0.1:39813/words.txt 2>&1 | grep -vE 'INFO|^$'
(cd got && sha256sum -c ../b/words.sha256)
wget -nv --tries=1 http://127.0.0.1:39812/words.idx || echo "no index on the mirror (wget: $?), building one"
sort -u got/words.txt | wc -l
echo done
