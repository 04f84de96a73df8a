#!/bin/bash
check() { printf '%-40s %s\n' "$1" "$2"; }
check "trap ERR set" yes
check "last error" none
check "segmentation faults since boot" 0
check "command not found handler" off
check "oom-killed containers" 0
for i in $(seq 1 18); do check "node $i: No space left on device" no; done
