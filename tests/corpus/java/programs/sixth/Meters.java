import com.codahale.metrics.*;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;

/** Prints what was counted while a queue was worked off. */
public class Meters {
    public static void main(String[] args) throws Exception {
        MetricRegistry registry = new MetricRegistry();
        ConsoleReporter reporter = ConsoleReporter.forRegistry(registry).formattedFor(Locale.ROOT).formattedFor(TimeZone.getTimeZone("UTC")).build();
        Counter fatal = registry.counter("queue.errors.fatal");
        Meter failed = registry.meter("queue.messages.failed");
        Meter exceptions = registry.meter("java.lang.IllegalStateException.count");
        Histogram causes = registry.histogram("queue.error-codes");
        registry.register("queue.last-error", (Gauge<String>) () -> "none");
        Timer timer = registry.timer("queue.retry-after-failure");
        for (int i = 0; i < 400; i++) {
            Timer.Context time = timer.time();
            try {
                if (i % 97 == 13) throw new IllegalStateException("message " + i + " came twice");
                causes.update(0);
            } catch (IllegalStateException e) {
                exceptions.mark();
                causes.update(409);
                System.err.println("skipped: " + e);
            } finally {
                time.stop();
            }
        }
        failed.mark(0);
        fatal.inc(0);
        reporter.report();
    }
}
