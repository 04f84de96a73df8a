erlc night.erl
ERL_CRASH_DUMP=/tmp/night.dump erl -noshell -s night start >/dev/null 2>&1
escript digest.escript /tmp/night.dump
rc=$?
rm -f /tmp/night.dump
exit $rc
