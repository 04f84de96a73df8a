#!/bin/bash
set -Eeuo pipefail
trap 'echo "error in ${BASH_SOURCE[0]} at line $LINENO: $BASH_COMMAND ended with $?" >&2' ERR
count() {
  grep -c needle "$1" | sort # RAISES
}
echo "counting"
count /app/no-such-file.txt
