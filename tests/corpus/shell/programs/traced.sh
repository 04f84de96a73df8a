#!/bin/bash
set -euxo pipefail
version="1.4"
archive="/app/release-${version}.tar"
test -n "$version"
tar -cf "$archive" -C /app not-there # RAISES
echo "packed"
