redis-server --port 6459 --save "" --logfile /dev/null --dir /tmp &
store=$!
sleep 0.5
python3 enqueue.py
rq worker --burst --name night --url redis://127.0.0.1:6459 --path /app pictures
status=$?
kill $store; wait $store
exit $status
