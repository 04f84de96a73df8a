#!/bin/bash
set -e
echo "building"
build() {
  mkdir -p /tmp/out
  protoc-missing --out /tmp/out api.proto # RAISES
}
build
echo "not reached"
