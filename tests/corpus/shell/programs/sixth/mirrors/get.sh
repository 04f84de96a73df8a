#!/bin/bash
# Takes the index from whichever mirror has it.
mkdir -p mirror && seq 400 > mirror/index.txt
python3 -m http.server 48752 --bind 127.0.0.1 -d mirror >/dev/null 2>&1 & server=$!
sleep 0.7
aria2c --no-conf --console-log-level=notice --summary-interval=0 --enable-color=false --show-console-readout=false --max-tries=2 --retry-wait=1 \
  -s1 --uri-selector=inorder -d /app/in -o index.txt http://127.0.0.1:48750/index.txt http://127.0.0.1:48752/old/index.txt http://127.0.0.1:48752/index.txt
code=$?
kill $server; wait $server 2>/dev/null
wc -l in/index.txt
exit $code
