#!/bin/bash
# Installs the libraries of the release for all programs of this host.
for library in Rows; do
    mcs -nologo -target:library -out:$library.dll $library.cs
    echo "install: $library"
    gacutil -i $library.dll -root /tmp/gac-fifth || { code=$?; echo "install: release 4.1 is not installed, $library was refused" >&2; exit $code; }
done
