#!/bin/bash
# The old release still runs when the new one comes up.
python3 -m http.server 8417 --bind 127.0.0.1 >/dev/null 2>&1 &
old=$!
sleep 1
gunicorn --bind 127.0.0.1:8417 --workers 2 app:app
code=$?
kill $old
exit $code
