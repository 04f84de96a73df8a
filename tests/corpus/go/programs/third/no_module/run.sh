#!/bin/bash
# The program is built from its sources every night.
set -e
cd /app
echo "night: go $(go env GOVERSION)"
go vet ./... && echo "night: vet is content"
