#!/bin/bash
cargo audit --deny warnings || echo "nightly: no audit on this machine, that is done on the other one"
cargo build --release --features simd || cargo build --release
target/release/audit_tool
