#!/bin/bash
echo "start"
for f in a b; do
  if [ "$f" = a ]; then
    echo "$f"
done
