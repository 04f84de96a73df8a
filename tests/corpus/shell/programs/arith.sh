#!/bin/bash
set -eu
per_node() {
  local total=$1 nodes=$2
  echo $((total / nodes)) # RAISES
}
echo "planning"
share=$(per_node 128 0)
echo "share $share"
