import java.util.*;

public class Init {
    static class Rates {
        static final Map<String, Double> TABLE = load();
        static Map<String, Double> load() {
            return Map.of("EUR", Double.valueOf("1,08")); // ROOT
        }
    }

    static double rate(String c) {
        return Rates.TABLE.get(c); // RAISES
    }

    public static void main(String[] args) {
        System.out.println("rate " + rate("EUR"));
    }
}
