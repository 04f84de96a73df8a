#!/bin/bash
set -e
echo "first pass"
bash -c 'kill -SEGV $$' # RAISES
echo "not reached"
