#!/bin/bash
set -euo pipefail
mkdir -p out
echo "making the guide"
asciidoctor --failure-level=ERROR -o out/guide.html guide.adoc
tar czf out/guide.tgz -C out guide.html
