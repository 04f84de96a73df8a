#!/bin/bash
exec 2>&1
cd /app/src
echo "cron: starting nightly.run as $(id -un | tr -d '\n' | wc -c) letters of user"
python3 -m nightly.run --date 2026-11-26
status=$?
[ $status -eq 0 ] && echo "cron: fine" || echo "cron: nightly.run ended with $status, mail is sent"
exit $status
