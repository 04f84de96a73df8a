#!/bin/bash
set -eu
. /app/lib.sh
echo "night job"
prepare /app/data
