public class Missing {
    static class Driver { static String name() { return "native"; } }
    public static void main(String[] args) {
        System.out.println("loading the driver");
        System.out.println(Driver.name());
    }
}
