#!/bin/sh
printf 'a 1\nb 2\n' > in.txt
for f in in.txt; do
    echo "sum.sh: $f"
    gawk -f sum.awk "$f"
done
echo "sum.sh: finished with $?"
exit 2
