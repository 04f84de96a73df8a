#!/bin/bash
/usr/bin/time -v sh -c 'for i in 1 2 3; do echo "stage $i: error 0.0$i"; done; exit 0' 2>&1 | sed 's/^\t/  /'
strace -f -e trace=openat,access true 2>&1 | grep -v '^strace' | head -20
