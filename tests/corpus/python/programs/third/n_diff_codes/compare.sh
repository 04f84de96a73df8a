#!/bin/bash
# Tells whether the catalogue of errors changed; 1 if so.
echo "catalogue of errors, yesterday and today"
diff -u /app/old.txt /app/new.txt
