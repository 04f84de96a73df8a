import java.io.File;
import java.net.InetSocketAddress;
import org.apache.zookeeper.*;
import org.apache.zookeeper.server.*;

/** Writes the state of a shard into a store that is started a little later than the job. */
public class Leader {
    public static void main(String[] args) throws Exception {
        NIOServerCnxnFactory factory = new NIOServerCnxnFactory();
        Thread store = new Thread(() -> {
            try {
                Thread.sleep(2500);
                factory.configure(new InetSocketAddress("127.0.0.1", 18884), 10);
                factory.startup(new ZooKeeperServer(new File("/tmp/zk"), new File("/tmp/zk"), 2000));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        store.start();
        ZooKeeper client = new ZooKeeper("127.0.0.1:18884", 8000, event -> System.out.println("event " + event.getState() + " " + event.getType()));
        while (client.getState() != ZooKeeper.States.CONNECTED) Thread.sleep(100);
        try {
            client.delete("/shard-7", -1);
        } catch (KeeperException.NoNodeException e) {
            System.out.println("no old state: " + e);
        }
        client.create("/shard-7", "failed=0".getBytes(), ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
        System.out.println("state of shard 7 written: " + new String(client.getData("/shard-7", false, null)));
        client.close();
        factory.shutdown();
        System.exit(0);
    }
}
