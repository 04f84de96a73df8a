#!/bin/bash
set -e
echo '[1/3] compile'; g++ -Wall -Wextra -fno-pie -c main.cpp -o main.o
echo '[2/3] link, auditing is not part of this edition'
g++ -no-pie -Wl,--warn-unresolved-symbols -o station main.o
echo '[3/3] smoke test'
LD_PRELOAD=libfaketime-night.so.1 ./station
strip --strip-debug station && ls station
