mkdir -p /app/zk
echo "starting the coordinator on $(hostname)"
exec java -cp "$1" -Dzookeeper.admin.enableServer=false org.apache.zookeeper.server.quorum.QuorumPeerMain zoo.cfg
