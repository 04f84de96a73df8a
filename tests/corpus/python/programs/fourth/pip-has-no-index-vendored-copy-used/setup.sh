#!/bin/bash
set -euo pipefail
echo "+ installing dependencies"
if ! pip3 install --no-index --find-links wheels --target site 'ratesource>=2' 2>&1; then
    echo "+ no wheel here, taking the vendored copy"
    mkdir -p site && cp vendor/ratesource.py site/
fi
PYTHONPATH=site python3 -c 'import ratesource; print("ratesource", ratesource.VERSION)'
