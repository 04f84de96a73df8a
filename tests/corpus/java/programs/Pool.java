import java.util.concurrent.*;

public class Pool {
    static void index(int page) {
        System.out.println("page " + page);
        if (page == 3)
            throw new IndexOutOfBoundsException("page " + page + " of 3"); // RAISES
    }

    public static void main(String[] args) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((t, e) -> {
            System.err.println("FATAL: uncaught in " + t.getName());
            e.printStackTrace();
            System.exit(70);
        });
        ExecutorService pool = Executors.newSingleThreadExecutor();
        for (int i = 1; i < 5; i++) {
            int page = i;
            pool.execute(() -> index(page));
        }
    }
}
