#!/bin/bash
set -e
cmake -B build
cmake --build build
ls build | grep -c part_
[ "$(stat -c %s build/firmware)" -lt 9000 ]
echo "image fits"
