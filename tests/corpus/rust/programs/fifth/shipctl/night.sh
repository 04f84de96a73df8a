#!/bin/bash
set -euo pipefail
finish() { echo "night: ended at step $step with $?"; }
trap finish EXIT
step=labels
/tmp/night-target/debug/shipctl --labels north
step=large
/tmp/night-target/debug/shipctl --labels south --batch 70000
step=report
echo "night: all shipped"
