#!/bin/bash
set -e
asciidoctor -v -o guide.html guide.adoc
asciidoctor -a attribute-missing=warn -o - guide.adoc | grep -c "<h3"
echo "guide.html: $(test -s guide.html && echo written)"
