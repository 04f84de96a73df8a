/usr/sbin/haproxy -db -f haproxy.cfg &
server=$!
for i in 1 2 3 4 5 6 7 8 9 10; do
  sleep 0.2
  curl -s -o /dev/null http://127.0.0.1:8392/odd?count=1 && break
done
echo "smoke: /price answers $(curl -s http://127.0.0.1:8392/price)"
echo "smoke: /odd without a count answers $(curl -s -o /dev/null -w '%{http_code}' http://127.0.0.1:8392/odd) (500 expected)"
echo "smoke: /odd with a count answers $(curl -s 'http://127.0.0.1:8392/odd?count=4')"
kill -USR1 $server
wait $server
echo "smoke: passed"
