#!/bin/bash
# Probes what the compiler knows, builds, and prints the statistics of the cache.
export CCACHE_DIR=/app/.ccache
ccache -z >/dev/null
probe() {
  printf '%s\n' "$2" > probe.c
  if ccache gcc -c probe.c -o probe.o; then echo "-- $1: yes"; else echo "-- $1: no"; fi
}
probe 'header <stdbit.h>' '#include <stdbit.h>'
probe '_BitInt' '_BitInt(7) x;'
probe 'typeof' 'int a; typeof(a) b;'
probe 'nullptr' 'void *p = nullptr;'
for i in 1 2; do ccache gcc -O1 -c share.c -o share.o && gcc -o share share.o; done
./share && echo "-- self-test: ok"
ccache -s -v
