#!/bin/bash
export XDG_DATA_HOME=/app/data XDG_CONFIG_HOME=/app/config
caddy run --config Caddyfile --adapter caddyfile &
sleep 2
for path in /health /api/prices /health; do
  python3 - "$path" <<'P'
import sys, urllib.error, urllib.request
try:
    code = urllib.request.urlopen("http://127.0.0.1:8097" + sys.argv[1]).status
except urllib.error.HTTPError as e:
    code = e.code
print("smoke: %s %d%s" % (sys.argv[1], code, ", backend is not up before 6 o'clock, as it should be" if code == 502 else ""))
P
done
kill -TERM %1
wait %1
