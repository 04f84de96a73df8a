#!/bin/sh
echo "night: starting with $(basename /app/sys.config)"
cd /app
ERL_CRASH_DUMP=/dev/null erl -noshell -config sys -s night start -s init stop
code=$?
echo "night: ended with $code"
exit $code
