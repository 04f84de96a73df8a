import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class Upload {
    static final Logger log = LoggerFactory.getLogger(Upload.class);
    static int calls = 0;

    static void put(int part) {
        if (part == 3 && calls++ < 2)
            throw new UncheckedIOException(new IOException("Broken pipe (part " + part + ")"));
        log.info("part {} of 24 stored", part);
    }

    public static void main(String[] args) throws Exception {
        for (int part = 1; part <= 24; part++)
            for (int attempt = 1; ; attempt++)
                try {
                    put(part);
                    break;
                } catch (UncheckedIOException e) {
                    log.warn("attempt {} of 5 for part {} failed, once more in 50 ms", attempt, part, e);
                    Thread.sleep(50);
                }
        log.info("upload is complete, errors=0 retries={}", calls);
    }
}
