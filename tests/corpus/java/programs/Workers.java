import java.util.concurrent.*;

public class Workers {
    static int share(int amount, int people) {
        return amount / people; // RAISES
    }

    public static void main(String[] args) throws Exception {
        String how = args[0];
        System.out.println("mode " + how);
        if (how.equals("thread")) {
            Thread t = new Thread(() -> System.out.println(share(12, 0)), "worker-3");
            t.start();
            t.join();
            System.out.println("worker-3 gave no answer, leaving");
            System.exit(3);
        }
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Future<Integer> f = pool.submit(() -> share(7, 0));
        pool.shutdown();
        if (how.equals("future"))
            System.out.println(f.get());
        CompletableFuture.supplyAsync(() -> share(9, 3)).thenApply(x -> share(x, 0)).join();
    }
}
