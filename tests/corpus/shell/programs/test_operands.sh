#!/bin/sh
set -eu
jobs="3 4"
limit() {
  [ $jobs -gt 2 ] # RAISES
}
echo "limiting"
limit
echo "limited"
