#!/bin/bash
set -eu
rank=$1 bad=$2
[ "$rank" = "$bad" ] || HALO_WIDTH=2
exchange() { echo "halo $((HALO_WIDTH * 2))"; } # RAISES
for step in 0 1 2; do echo "step $step"; done
exchange
