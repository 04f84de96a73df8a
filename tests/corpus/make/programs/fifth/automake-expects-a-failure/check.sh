#!/bin/sh
set -e
autoreconf -fi >/dev/null 2>&1 && ./configure -q
make -s check VERBOSE=1
cat roundtrip.log truncated.log gpu.log surrogate.log
