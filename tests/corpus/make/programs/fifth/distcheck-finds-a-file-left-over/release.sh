#!/bin/bash
# the release is made only if the archive builds, installs and cleans up after itself
set -e -o pipefail
autoreconf -fi >/dev/null 2>&1
./configure -q
make distcheck AM_DISTCHECK_CONFIGURE_FLAGS=-q AM_MAKEFLAGS=-s 2>&1 | tail -n 30
echo "release: tides-0.4 is ready"
