#!/bin/ksh
set -e
print 'k01\t10\nk02\t11\nk03\t12\nk04\t13' > left.tsv
print 'k01\t42\nk02\t43\nk04\t45\nk03\t44' > right.tsv
for side in left right; do
    print "checking $side"
    LC_ALL=C sort -c $side.tsv
done
join left.tsv right.tsv | column -t
