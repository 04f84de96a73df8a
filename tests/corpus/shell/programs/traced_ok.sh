#!/bin/bash
set -x
errors=0
grep -q ERROR /app/traced_ok.sh && echo "pattern ERROR is known"
ls /nonexistent || true
test "$errors" -eq 0
echo "failed: 0"
