#!/bin/bash
set -u
mkdir -p tmp; echo '{"status":"up","last_error":null}' > health.json
python3 -m http.server 48738 --bind 127.0.0.1 -d /app >/dev/null 2>&1 & back=$!
/usr/sbin/nginx -p /app -c /app/nginx.conf -e stderr & front=$!
sleep 1.5
for i in 1 2 3; do curl -fsS http://127.0.0.1:48739/health.json; sleep 0.2; done
kill -QUIT $front; wait $front; kill $back
