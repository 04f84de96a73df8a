import java.util.logging.*;

public class RetryWell {
    static final Logger LOG = Logger.getLogger("copy");
    static int tries;

    static void copy(int shard) throws java.io.IOException {
        if (shard == 2 && tries++ < 2)
            throw new java.io.IOException("connection reset by peer");
        LOG.info("shard " + shard + " copied");
    }

    public static void main(String[] args) throws Exception {
        for (int s = 0; s < 14; s++) {
            while (true) {
                try {
                    copy(s);
                    break;
                } catch (java.io.IOException e) {
                    LOG.log(Level.WARNING, "shard " + s + " will be tried again", e);
                }
            }
        }
        LOG.info("all shards copied, 0 errors");
    }
}
