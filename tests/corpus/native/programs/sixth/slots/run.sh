#!/bin/bash
# Asks for eight slots, takes what the host has.
for n in 64 2; do
  echo "run: $n ranks"
  mpirun -np $n ./heat && exit 0
  echo "run: mpirun ended with $?, fewer ranks are tried"
done
exit 1
