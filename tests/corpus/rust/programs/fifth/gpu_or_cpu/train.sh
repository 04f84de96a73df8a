#!/bin/bash
set -e
if ! cargo build --features gpu; then
  echo "train: no build for the graphics card, going on without it"
  cargo build
fi
target/debug/gpu_or_cpu
