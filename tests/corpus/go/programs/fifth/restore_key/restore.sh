#!/bin/bash
set -o pipefail
age-keygen -o office.key 2>/dev/null; age-keygen -o server.key 2>/dev/null
mkdir -p ledger out; seq 500 > ledger/2026.csv
tar cz ledger | age -r "$(age-keygen -y server.key)" > ledger.tar.gz.age
echo "restore drill: $(stat -c %s ledger.tar.gz.age) bytes"
age --decrypt -i office.key ledger.tar.gz.age | tar xz -C out
code=$?
echo "restore drill: $(ls out | wc -l) folders in out, exit $code"
exit $code
