#!/bin/bash
for i in 1 2 3; do seq $((i * 1000)) > part-$i.bin; done
cp part-2.bin mirror.bin
b3sum part-*.bin > SUMS
echo rot >> part-2.bin
for try in 1 2 3; do
  b3sum --check SUMS 2>&1 && break
  echo "verify: try $try failed, part 2 is fetched again"
  cp mirror.bin part-2.bin
done
b3sum --check SUMS > /dev/null && echo "verify: all parts are good"
