#!/bin/sh
set -e
step() { echo ">>> $1"; shift; "$@"; }
step configure cmake -B build -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX=/app/stage
step build cmake --build build
step install cmake --install build --strip
step pack tar -cf courier.tar stage
