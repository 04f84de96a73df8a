#!/bin/bash
fatal() { printf '[%s] FATAL: %s (at %s:%s in %s)\n' "03:10:07" "$*" "${BASH_SOURCE[1]##*/}" "${BASH_LINENO[0]}" "${FUNCNAME[1]}" >&2; exit 9; }
check_gpu() {
  [ -e /dev/nvidia-none ] || fatal "no device [wanted: 4, found: 0]" # RAISES
}
echo "checking devices"
check_gpu
