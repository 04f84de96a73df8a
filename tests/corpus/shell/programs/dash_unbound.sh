#!/bin/sh
set -eu
deploy() {
  echo "to $TARGET_HOST" # RAISES
}
deploy
