#!/bin/sh
# The version of a build: from a tag, else from the VERSION file.
set -e
version=$(git describe --tags --dirty) || version=
if [ -z "$version" ]; then
    version=$(cat VERSION)-local
fi
commit=$(git rev-parse HEAD) || commit=unknown
echo "#define APP_VERSION \"$version\"" | tee version.h
echo "#define APP_COMMIT \"$commit\"" | tee -a version.h
