#!/bin/bash
cargo fmt --check || { echo "style: differs, the bot formats and commits it"; cargo fmt; }
cargo fmt --check && cargo run --quiet
