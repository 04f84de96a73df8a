import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

public class Scheduler {
    static final AtomicInteger FIRED = new AtomicInteger();
    static final CountDownLatch SENT = new CountDownLatch(2);

    public static class Send implements Job {
        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            int n = FIRED.incrementAndGet();
            if (n == 1) throw new JobExecutionException("outbox is locked by pid 811", new java.io.IOException("lock held"), false);
            if (n == 2) throw new IllegalStateException("Error: mail 17 has no receiver");
            System.out.println("firing " + n + ": outbox sent");
            SENT.countDown();
        }
    }

    public static void main(String[] args) throws Exception {
        org.quartz.Scheduler scheduler = StdSchedulerFactory.getDefaultScheduler();
        scheduler.start();
        scheduler.scheduleJob(JobBuilder.newJob(Send.class).withIdentity("send", "mail").build(),
            TriggerBuilder.newTrigger().withSchedule(SimpleScheduleBuilder.simpleSchedule().withIntervalInMilliseconds(300).repeatForever()).build());
        boolean sent = SENT.await(20, TimeUnit.SECONDS);
        scheduler.shutdown(true);
        System.exit(sent ? 0 : 1);
    }
}
