#!/bin/bash
set -euo pipefail
stage() { echo "=== $1"; }
stage mount
mkdir -p /app/ro && mount -t tmpfs -o ro,size=64k tmpfs /app/ro
stage write
mkdir /app/ro/out
stage done
