#!/bin/bash
set -eE
step=none
on_error() {
    local code=$?
    echo "deploy: failed in step '$step' (code $code, line $1): $BASH_COMMAND" >&2
    echo "deploy: switching back to release 41" >&2
    exit $code
}
trap 'on_error $LINENO' ERR
run_step() { step=$1; shift; echo "deploy: step $step"; "$@"; }
copy_files() { mkdir -p new; cp -r assets/*.css new/; }
link() { ln -sfn new current; }
mkdir assets; touch assets/a.js
run_step prepare true
run_step files copy_files
run_step link link
echo "deploy: release 42 is on"
