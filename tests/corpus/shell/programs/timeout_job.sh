#!/bin/bash
set -e
log() { echo "[$(printf '%03d' "$SECONDS")] $*"; }
cleanup() {
  local code=$?
  [ "$code" -eq 0 ] || log "ERROR: fetch gave up, exit code $code"
  for i in 1 2 3 4 5 6; do log "removing part $i"; done
}
trap cleanup EXIT
log "fetching"
timeout 1 sleep 5
log "fetched"
