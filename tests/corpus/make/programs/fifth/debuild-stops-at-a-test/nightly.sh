#!/bin/bash
set -o pipefail
cd src || exit
export DEB_BUILD_OPTIONS=parallel=1 DEBUILD_LINTIAN=no
debuild -e PATH -us -uc -b 2>&1 | sed 's/^/tariff: /'
code=$?
echo "nightly: debuild ended with $code"
exit $code
