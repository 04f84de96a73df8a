import java.util.*;

public class Ignored {
    public static void main(String[] args) throws Exception {
        Thread t = new Thread(() -> { throw new IllegalStateException("metrics endpoint is not reachable"); }, "metrics");
        t.start();
        t.join();
        System.out.println("metrics switched off, going on without");
        for (int i = 0; i < 30; i++)
            System.out.println("block " + i + " written and verified");
        System.out.println("backup complete: 30 blocks, 0 errors");
    }
}
