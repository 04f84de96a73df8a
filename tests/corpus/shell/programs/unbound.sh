#!/bin/bash
set -eu
greet() {
  echo "hello $1"
  echo "from $REGION_NAME" # RAISES
}
greet world
