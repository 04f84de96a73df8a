#!/bin/bash
# Drill: one request hangs, the service must go on.
gunicorn --bind 127.0.0.1:8420 --workers 1 --timeout 2 app:app &
server=$!
sleep 1
python3 - <<'PY'
import urllib.request
for path in ("/", "/slow", "/slow"):
    try:
        print("drill:", path, urllib.request.urlopen("http://127.0.0.1:8420" + path, timeout=9).status, flush=True)
    except OSError as error:
        print("drill:", path, type(error).__name__, error, flush=True)
PY
kill -TERM $server
wait $server
