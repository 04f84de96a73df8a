erlc stands.erl
# the machine lost its power at night
erl -noshell -s stands fill >/dev/null 2>&1
erl -noshell -s stands count -s init stop
rc=$?
rm -f /tmp/counters.*
exit $rc
