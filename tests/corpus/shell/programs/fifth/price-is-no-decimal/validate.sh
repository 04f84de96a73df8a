#!/bin/sh
# incoming price lists are checked before they go to the shop
set -u
bad=0
for file in in/*.xml; do
    if xmllint --noout --schema prices.xsd "$file"; then
        mv "$file" accepted/
    else
        code=$?
        echo "validate: $file rejected (xmllint: $code)"
        bad=$((bad + 1))
    fi
done
echo "validate: accepted: $(ls accepted | wc -l), rejected: $bad"
[ "$bad" -eq 0 ] || { echo "validate: the shop is not updated"; exit 3; }
