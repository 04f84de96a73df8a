#!/bin/bash
set -e
python3 -m pytest -p no:cacheprovider -q test_stable.py
echo "--- quarantined tests, their result does not count"
python3 -m pytest -p no:cacheprovider -q test_flaky.py || echo "--- quarantine: still flaky (exit $?)"
echo "--- done"
