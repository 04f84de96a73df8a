#!/bin/sh
mkdir -p src && cp -r debian src/ && cd src || exit 1
echo "I: building weighbridge for bookworm"
dpkg-buildpackage -us -uc -b
code=$?
echo "I: build of weighbridge: $code"
exit $code
