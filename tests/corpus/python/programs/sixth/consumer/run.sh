# What the stop of a container does: the shell is told to end and passes it on.
python3 -u /app/consumer.py &
child=$!
trap 'kill -TERM $child; wait $child; exit $?' TERM
(sleep 1.2; kill -TERM $$) &
wait $child
