#!/bin/sh
set -e
echo "== compile"; mix compile
echo "== format"; mix format --check-formatted
echo "== all checks passed"
