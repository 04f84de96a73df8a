#!/bin/bash
trap 'echo "watch: asked to stop, last error count 0"; exit 0' TERM
n=0
while :; do n=$((n + 1)); echo "watch: round $n, errors 0, failed 0"; sleep 0.3 & wait $!; done
