nats-server -a 127.0.0.1 -p 18922 -n night 2>&1 &
server=$!
sleep 0.6
exec 3<>/dev/tcp/127.0.0.1/18922
printf 'GET / HTTP/1.1\r\nHost: night\r\n\r\n' >&3
cat <&3 | tr -d '\r' | grep -v ^INFO
exec 3>&-
exec 4<>/dev/tcp/127.0.0.1/18922
read -r info <&4
printf 'CONNECT {"verbose":false}\r\nSUB jobs.failed 1\r\nPUB jobs.failed 1\r\n0\r\nPING\r\n' >&4
for i in 1 2 3; do read -r line <&4; echo "client: $line"; done
exec 4>&-
sleep 0.2
kill $server
wait $server
echo "smoke: the server stopped with $?, one message each way"
