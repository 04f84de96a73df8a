public class Probe {
    public static void main(String[] args) {
        System.out.println("asking " + args[0]);
        if (args[0].endsWith("1"))
            throw new IllegalStateException("no answer of " + args[0]);
        System.out.println(args[0] + " answers: 0 errors, 0 failures");
    }
}
