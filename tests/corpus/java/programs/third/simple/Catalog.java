import java.net.URI;
import java.net.http.*;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class Catalog {
    static final Logger log = LoggerFactory.getLogger("catalog.sync");

    static String fetch(String page) throws Exception {
        HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:9/" + page)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    public static void main(String[] args) {
        log.info("syncing the catalog");
        for (int page = 1; page <= 3; page++) {
            try {
                fetch("catalog/" + page);
            } catch (Exception e) {
                if (page < 3) {
                    log.warn("page {} is not there: {}", page, e.toString());
                    continue;
                }
                log.error("giving up after page {}", page, e);
                System.exit(1);
            }
        }
    }
}
