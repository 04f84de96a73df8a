import java.util.*;

public class Cleanup {
    static String need(Map<String, String> m, String key) {
        return Optional.ofNullable(m.get(key)).orElseThrow(() -> new NoSuchElementException("no value for key '" + key + "'")); // RAISES
    }

    public static void main(String[] args) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            for (int i = 0; i < 40; i++)
                System.out.println("closing pool " + i + ": ok, 0 errors");
        }));
        need(Map.of("a", "1"), "b");
    }
}
