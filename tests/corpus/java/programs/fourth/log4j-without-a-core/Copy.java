import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

public class Copy {
    private static final Logger log = LogManager.getLogger(Copy.class);

    public static void main(String[] args) {
        log.error("disk /data is nearly full");
        System.out.println("copied 14 files");
    }
}
