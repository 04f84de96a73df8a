import java.util.concurrent.*;
import java.util.logging.*;

/** One rank of a job: takes its part, with a limit of time for each answer. */
public class Ring {
    static final Logger LOG = Logger.getLogger("ring");

    public static void main(String[] args) throws Exception {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tT %4$s %5$s%6$s%n");
        int rank = Integer.parseInt(args[0]);
        ExecutorService pool = Executors.newCachedThreadPool();
        for (int part = 1; part <= 4; part++) {
            final int slow = rank == 2 && part == 3 ? 400 : 0;
            for (int attempt = 1; ; attempt++) {
                final int wait = attempt == 1 ? slow : 0;
                Future<Integer> answer = pool.submit(() -> { Thread.sleep(wait); return 7; });
                try {
                    answer.get(120, TimeUnit.MILLISECONDS);
                    LOG.info("part " + part + " of 4 done, errors=0");
                    break;
                } catch (TimeoutException e) {
                    answer.cancel(true);
                    LOG.log(Level.SEVERE, "part " + part + " timed out, asking once more", e);
                }
            }
        }
        pool.shutdownNow();
        LOG.info("rank " + rank + " is through");
    }
}
