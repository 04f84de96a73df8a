#!/bin/bash
set -e
printf 'echo hi\n' > /app/run-me
echo "running"
/app/run-me # RAISES
