#!/bin/bash
set -Eeuo pipefail
stack() {
  local code=$?
  echo "deploy failed with $code" >&2
  for ((i = 1; i < ${#FUNCNAME[@]}; i++)); do echo "  at ${FUNCNAME[i]} (${BASH_SOURCE[i]}:${BASH_LINENO[i - 1]})" >&2; done
}
trap stack ERR
copy_weights() {
  cp /app/weights/none.bin /tmp # RAISES
}
publish() { copy_weights; }
echo "publishing"
publish
