#!/bin/bash
set -eo pipefail
CXX="env LC_ALL=C g++ -std=c++20 -O1"
for source in model.cpp station.cpp main.cpp; do
  echo "compiling $source"
  $CXX -Wall -c "$source" -o "${source%.cpp}.o"
done
echo "linking station"
$CXX -o station model.o station.o main.o
echo "running station"
./station
