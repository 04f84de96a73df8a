#!/bin/bash
patterns=('^GET .* (5\d\d) ' 'error: "(timeout|reset"' 'panicked at')
for pattern in "${patterns[@]}"; do
  echo "audit: searching $pattern"
  rg --no-heading --line-number "$pattern" logs
  code=$?
  if [ $code -gt 1 ]; then
    echo "audit: stopped at pattern '$pattern' ($code)" >&2
    exit $code
  fi
done
