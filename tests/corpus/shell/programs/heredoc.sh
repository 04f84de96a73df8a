#!/bin/bash
set -e
echo "writing the job file"
cat > /dev/full <<EOF
[job]
name = night
retries = 3
EOF
echo "job file written"
