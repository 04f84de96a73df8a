#!/bin/bash
seconds() {
  [ $# = 1 ] || { echo "error: one duration is wanted" >&2; return 2; }
  case $1 in
    *s) echo "${1%s}" ;;
    *m) echo $((${1%m} * 60)) ;;
    *) echo "error: unknown unit '${1: -1}'" >&2; return 2 ;;
  esac
}
if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  [ -r "${1:-}" ] || { echo "fatal: cannot read ${1:-nothing}" >&2; exit 66; }
  while read -r d; do seconds "$d"; done < "$1"
fi
