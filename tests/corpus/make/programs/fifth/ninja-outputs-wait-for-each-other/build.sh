#!/bin/sh
echo "build: ninja $(ninja --version)"
ninja -t commands >/dev/null 2>&1
ninja -v || { code=$?; echo "build: stopped with $code"; exit $code; }
