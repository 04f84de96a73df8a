export ETCDCTL_API=3
end=http://127.0.0.1:18923
(sleep 1.5; exec etcd --name night --data-dir /tmp/night.etcd --listen-client-urls $end --advertise-client-urls $end \
  --listen-peer-urls http://127.0.0.1:18924 --logger zap --log-level error >/dev/null 2>&1) &
server=$!
rm -rf /tmp/night.etcd
for try in 1 2 3 4 5 6; do
  if etcdctl --endpoints $end --dial-timeout 500ms --command-timeout 600ms endpoint health; then
    etcdctl --endpoints $end put jobs/night/failed 0
    etcdctl --endpoints $end get --prefix jobs/
    break
  fi
  echo "try $try: the store is not ready" >&2
done
kill $server
wait $server 2>/dev/null
rm -rf /tmp/night.etcd
