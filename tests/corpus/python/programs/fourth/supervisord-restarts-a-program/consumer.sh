#!/bin/bash
if [ ! -e /app/started ]; then
    touch /app/started
    exec python3 -u /app/consume.py --offset newest
fi
exec python3 -u /app/consume.py --offset 0
