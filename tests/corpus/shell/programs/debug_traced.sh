#!/bin/bash
PS4='+ ${BASH_SOURCE##*/}:${LINENO}: '
set -x
state=error
case $state in error) new=retry ;; *) new=ok ;; esac
test -e /app/core || true
command -v no-such-tool || printf 'no tool, built-in way\n'
for i in 1 2 3 4 5 6; do printf 'step %s\n' "$i"; done
