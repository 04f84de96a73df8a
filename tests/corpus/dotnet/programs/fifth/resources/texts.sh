#!/bin/bash
# Compiles the texts of all languages.
for language in en de fr; do
    echo "-- $language"
    resgen texts.$language.txt texts.$language.resources || { code=$?; echo "texts.sh: no texts for $language, stop" >&2; exit $code; }
done
echo "-- all texts are compiled"
