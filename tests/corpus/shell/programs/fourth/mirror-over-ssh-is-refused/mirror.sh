#!/bin/bash
set -Eeuo pipefail
export HOME=$PWD
mkdir -p out && seq 10 > out/part-0
echo "mirror: out -> backup@127.0.0.1:/srv/mirror"
rsync -a --delete --timeout=20 -e 'ssh -p 2222 -o BatchMode=yes -o StrictHostKeyChecking=accept-new' out/ backup@127.0.0.1:/srv/mirror/
echo "mirror: done"
