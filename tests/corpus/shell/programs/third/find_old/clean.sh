#!/bin/bash
mkdir -p tmp && touch tmp/{a,b}.error tmp/failed.txt
find tmp absent -name '*.error' -print -delete
rmdir tmp 2>&1 || echo "clean: tmp is kept, it has files"
diff <(ls tmp) <(echo failed.txt) && echo "clean: only failed.txt is left"
timeout 0.2 sleep 3 || echo "clean: waited long enough (124 is expected: $?)"
yes error | head -3
echo "clean: done"
