#!/bin/bash -e
echo "nightly: configure"
./configure --prefix=/opt/spoold
echo "nightly: build"
make -j2
