#!/bin/bash
mkdir -p www && echo '{"error": null, "state": "ok"}' > www/state.json
python3 -m http.server --bind 127.0.0.1 --directory www 8765 >/dev/null 2>&1 &
server=$!
for try in $(seq 50); do curl -s -o /dev/null http://127.0.0.1:8765/ && break; sleep 0.1; done
curl -sS http://127.0.0.1:9/state.json || echo "get.sh: first mirror is down, code $?"
curl -sSf http://127.0.0.1:8765/missing.json || echo "get.sh: second mirror has no such file, code $?"
curl -sv http://127.0.0.1:8765/state.json 2>&1 | grep -v '^\* *Trying' | sed 's/SimpleHTTP.*/SimpleHTTP/'
kill $server
wait $server 2>/dev/null
for i in $(seq 1 20); do echo "get.sh: state $i stored"; done
