import java.net.ConnectException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;

public class Feeds {
    private static final Logger LOG = LogManager.getLogger();

    static int read(String feed) throws Exception {
        ThreadContext.put("feed", feed);
        for (int attempt = 1; ; attempt++) {
            try {
                if (feed.equals("weather") && attempt < 3) new Socket("127.0.0.1", 9).close();
                if (feed.equals("rates") && attempt == 1) throw new NumberFormatException("For input string: \"n/a\"");
                LOG.info("{} rows, 0 failed", feed.length() * 10);
                return feed.length() * 10;
            } catch (ConnectException | NumberFormatException e) {
                if (attempt == 5) throw e;
                LOG.error("attempt {} failed", attempt, e);
                Thread.sleep(50);
            }
        }
    }

    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        List<Future<Integer>> rows = Stream.of("weather", "rates", "tides").map(f -> pool.submit(() -> read(f))).collect(Collectors.toList());
        int sum = 0;
        for (Future<Integer> row : rows) sum += row.get();
        pool.shutdown();
        LOG.warn("all feeds are read, {} rows", sum);
    }
}
