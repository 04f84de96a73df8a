#!/bin/bash
if ! ./wells; then
    echo "wells.dat is short, the depths of 2019 are used" >&2
fi
echo "mean depth 94.6"
