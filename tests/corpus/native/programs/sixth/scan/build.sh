#!/bin/bash
rm -f *.o
scan-build -o /app/report --use-cc=clang make -s 2>&1
echo "scan-build ended with $?, findings are for reading"
./tally 4
