#!/bin/sh
ls /app/scans | sort | xargs -n 1 python3 /app/convert.py
echo "xargs: status $?"
test -e /app/out/scan_0031.pdf || exit 4
