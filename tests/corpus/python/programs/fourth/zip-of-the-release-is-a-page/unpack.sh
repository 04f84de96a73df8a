#!/bin/bash -e
echo "unpacking release 1.4"
mkdir -p out
python3 -m zipfile -e release.zip out
echo "starting"
exec out/start
