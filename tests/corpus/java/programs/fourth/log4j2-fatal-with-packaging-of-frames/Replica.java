import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

public class Replica {
    private static final Logger log = LogManager.getLogger("books.replica");

    static void follow(long position, long end) {
        if (position > end) {
            throw new IllegalStateException("replica is ahead of its leader: " + position + " > " + end); // RAISES
        }
    }

    public static void main(String[] args) {
        log.info("following leader-0 from 9177");
        try {
            follow(9177, 9020);
        } catch (IllegalStateException e) {
            log.fatal("replica cannot go on", e);
            LogManager.shutdown();
            System.exit(1);
        }
    }
}
