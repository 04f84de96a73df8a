#!/bin/bash
set -euo pipefail
echo "--- format"
gofmt -l .
echo "--- vet"
go vet ./...
echo "--- build"
go build -o shards .
