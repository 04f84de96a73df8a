#!/bin/bash
set -o pipefail
cat > page.html <<H
<html><body><p>Status: <b>ok</p><foo>bar</foo>
<a href="?a=1&b=2">next</a></div></body></html>
H
xmllint --html --xpath '//p' page.html
printf '<list><row n="1"/><row n="2"></list>' > list.xml
xmllint --recover --xpath 'count(//row)' list.xml || true
xmllint --recover --format list.xml || echo "(repaired)"
