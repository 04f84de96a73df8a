#!/bin/bash -e
echo "== types (not binding yet)"
mypy --cache-dir /tmp/mypy-fourth ledger.py || true
echo "== syntax"
python3 -m compileall -q ledger.py
echo "checks done"
