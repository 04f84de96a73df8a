import java.util.Date;
import java.util.concurrent.*;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** A poll that is repeated until three answers were had; a poll that throws is logged by the scheduler. */
public class Ticks {
    static int polls;
    static final CountDownLatch answers = new CountDownLatch(3);

    static void poll() {
        polls++;
        if (polls == 2) throw new IllegalStateException("gauge 2 answers with status BUSY");
        if (polls == 4) Integer.parseInt("4.5 bar");
        System.out.println("poll " + polls + " ok");
        answers.countDown();
    }

    public static void main(String[] args) throws Exception {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("poll-");
        scheduler.initialize();
        ScheduledFuture<?> task = scheduler.scheduleAtFixedRate(Ticks::poll, new Date(), 150);
        answers.await();
        task.cancel(false);
        scheduler.shutdown();
        System.out.println("3 answers of gauge 2 stored");
    }
}
