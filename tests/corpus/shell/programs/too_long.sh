#!/bin/bash
set -e
names=$(seq -s ' ' 1 600000)
echo "listing $(echo "$names" | wc -w) names"
/bin/echo $names > /app/names # RAISES
