public class Dump {
    static final Object lock = new Object();

    public static void main(String[] args) throws Exception {
        Thread t = new Thread(() -> {
            synchronized (lock) {
                System.out.println("error-handler: waiting for work is over");
            }
        }, "error-handler");
        synchronized (lock) {
            t.start();
            Thread.sleep(100);
            new ProcessBuilder("kill", "-QUIT", Long.toString(ProcessHandle.current().pid())).start().waitFor();
            Thread.sleep(400);
        }
        t.join();
        System.out.println("index written");
    }
}
