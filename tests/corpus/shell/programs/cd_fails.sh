#!/bin/bash
set -e
echo "step 1"
cd /nope # RAISES
rm -rf work
