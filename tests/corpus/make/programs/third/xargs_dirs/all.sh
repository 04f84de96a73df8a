#!/bin/sh
echo "building $(ls -d mod_* | wc -l) modules"
ls -d mod_* | xargs -n 1 make -C
code=$?
echo "modules done, code $code"
exit $code
