public class Quiet {
    public static void main(String[] args) throws Exception {
        int last = args.length > 0 ? Integer.parseInt(args[0]) : 6;
        for (int i = 1; i <= last; i++) {
            System.out.printf("step %d of 12: error=%.3f, exceptions handled 0%n", i, 1.0 / i);
            Thread.sleep(last > 100 ? 400 : 5);
        }
        Runtime.getRuntime().exit(1);
    }
}
