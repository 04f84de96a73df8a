#!/bin/bash
# Pulls the evening's meter files from the collector.
set -uo pipefail
log() { printf '%s pull[%d]: %s\n' "$(date '+%b %e %T')" $$ "$*"; }
serve() { sleep 3; exec rsync --daemon --no-detach --config=rsyncd.conf --port=48731; }
mkdir -p export in && for i in 1 2 3; do seq 100 > "export/meter-$i.csv"; done
serve & daemon=$!
attempt=1
until rsync -rt --itemize-changes --stats rsync://127.0.0.1:48731/meters/ in/; do
  code=$?
  log "WARNING: rsync ended with $code, attempt $attempt of 6"
  [ $attempt -ge 6 ] && { log "FATAL: giving up"; exit 1; }
  attempt=$((attempt + 1)); sleep 1
done
kill $daemon; wait $daemon 2>/dev/null
log "pulled $(ls in | wc -l) files at attempt $attempt"
