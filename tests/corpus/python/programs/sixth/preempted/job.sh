rm -f /tmp/preempted.json
args=--first
until python3 /app/train.py $args; do
    code=$?
    [ $code = 75 ] || exit $code
    echo "job: preempted (exit status $code), requeued"
    args=
done
rm -f /tmp/preempted.json
echo "job: training complete"
