echo "deploy: gate, release 41"
if ! /usr/sbin/haproxy -c -f haproxy.cfg; then
  echo "deploy: configuration refused, release 40 stays in service" >&2
  exit 1
fi
echo "deploy: reloaded"
