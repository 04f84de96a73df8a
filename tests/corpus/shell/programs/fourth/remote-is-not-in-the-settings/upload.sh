#!/bin/bash
set -eu
export HOME=$PWD RCLONE_CONFIG=$PWD/rclone.conf
printf '[archive]\ntype = local\n' > rclone.conf
mkdir -p results && echo ok > results/summary.txt
rclone copy results archive:$PWD/copy && echo "archived"
rclone copy --retries 1 results offsite:results/$(date +%Y)
echo "uploaded"
