#!/bin/bash
exec 9> nightly.lock
flock -n 9 || { echo "nightly.sh: locked by another run" >&2; exit 1; }
(flock -w 1 9 && true) 9> other.lock
echo "nightly.sh: import"
./import.sh 2>&1 | while IFS= read -r line; do echo "  import | $line"; done
code=${PIPESTATUS[0]}
if [ $code -ne 0 ]; then
    echo "nightly.sh: import ended with $code, see above; mail to operators was written"
    exit $code
fi
