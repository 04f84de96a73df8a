redis-server --port 6458 --save "" --logfile /dev/null --dir /tmp &
store=$!
sleep 0.5
celery -q -A tasks worker --pool solo -l info --without-gossip --without-mingle -n night@host &
worker=$!
sleep 3
python3 submit.py
status=$?
kill $worker; wait $worker
kill $store; wait $store
exit $status
