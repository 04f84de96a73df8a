#!/bin/bash
for i in 1 2 3 4; do seq $((i * 1000)) > part-$i.bin; done
b3sum part-*.bin > SUMS
echo "transferred 4 parts"
echo rot >> part-3.bin
rm part-4.bin
b3sum --check SUMS 2>&1
code=$?
echo "verify: parts kept in quarantine"
exit $code
