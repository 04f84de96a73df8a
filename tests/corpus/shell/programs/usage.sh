#!/bin/bash
case "${1:-}" in
  *) echo "usage: backup.sh [--fail-on-error] DIR" ; echo "  exit 1: error, e.g. 'backup.sh: line 3: rsync: command not found'"; exit 0 ;;
esac
