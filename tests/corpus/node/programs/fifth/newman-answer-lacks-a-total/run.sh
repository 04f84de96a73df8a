node server.js &
server=$!
sleep 1
newman run shop.json --color off --env-var base=http://127.0.0.1:8799
code=$?
kill $server
exit $code
