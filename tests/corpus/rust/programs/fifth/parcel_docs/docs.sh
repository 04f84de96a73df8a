#!/bin/sh
echo "+ RUSTDOCFLAGS=-Dwarnings cargo doc --no-deps"
RUSTDOCFLAGS=-Dwarnings cargo doc --no-deps || { code=$?; echo "+ docs were not published"; exit $code; }
