#!/bin/bash
# Takes the largest batch that fits into the memory given.
ulimit -c 0
ulimit -v 300000
rows=${1:-16000}
until ./solve "$rows"; do
  echo "night: $rows rows ended with $?, half of it is tried"
  rows=$((rows / 2))
done
