#!/bin/sh
for t in a b c; do
    echo "target $t ..."
    make -s $t >build-$t.log 2>&1 || exit 1
done
echo "all built"
