#!/bin/bash
# Builds everything that can be built; experimental parts may fail.
make -k
for part in core wire store; do
    test -x $part || exit 1
done
for part in gpu quic; do
    test -x $part && echo "nightly: $part: built" || echo "nightly: $part: not built, allowed (experimental)"
done
echo "nightly: 3 of 3 required parts, 0 of 2 experimental parts; OK"
