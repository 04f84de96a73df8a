import java.util.concurrent.*;

public class Locks {
    static final Object A = new Object(), B = new Object();

    static void both(Object x, Object y, CyclicBarrier barrier) {
        synchronized (x) {
            try { barrier.await(); } catch (Exception e) { }
            synchronized (y) { System.out.println("moved"); }
        }
    }

    public static void main(String[] args) throws Exception {
        CyclicBarrier c = new CyclicBarrier(2);
        Thread t = new Thread(() -> both(A, B, c), "mover-1"), u = new Thread(() -> both(B, A, c), "mover-2");
        t.setDaemon(true);
        u.setDaemon(true);
        t.start();
        u.start();
        t.join(500);
        throw new TimeoutException("moves were not done in 0.5 s"); // RAISES
    }
}
