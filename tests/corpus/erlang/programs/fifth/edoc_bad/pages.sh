#!/bin/sh
echo "pages: documentation of 1 module"
erl -noshell -eval 'edoc:files(["freight.erl"], [{dir, "/tmp/edoc-fifth"}]), halt(0).'
code=$?
rm -rf /tmp/edoc-fifth
echo "pages: nothing is published ($code)"
exit $code
