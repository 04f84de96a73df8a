import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class Sync {
    private static final Logger log = LoggerFactory.getLogger(Sync.class);

    public static void main(String[] args) {
        log.warn("peer b answers slowly");
        log.info("synced with 2 of 2 peers, errors=0");
    }
}
