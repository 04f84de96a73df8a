#!/bin/bash
# Takes the crate of the house if there is one, its own copy if not.
set -u
cargo add --offline house-codec
cargo build --offline --features fast && exit 0
echo "build: no fast codec here, the plain one is built"
cargo build --offline || exit 1
./target/debug/pack && echo "build: pack is ready"
