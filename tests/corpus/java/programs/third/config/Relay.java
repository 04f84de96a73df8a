import java.io.*;
import java.util.*;

public class Relay {
    static final List<String> problems = new ArrayList<>();

    static String need(Properties p, String key) {
        if (p.getProperty(key) == null)
            problems.add("key '" + key + "' is not set");
        return p.getProperty(key);
    }

    public static void main(String[] args) throws IOException {
        System.out.println("relay 4.2 (java " + Runtime.version().feature() + ")");
        Properties p = new Properties();
        try (Reader in = new FileReader("relay.properties")) {
            p.load(in);
        }
        System.out.println("relay: " + p.size() + " settings read from relay.properties");
        need(p, "queue.url");
        need(p, "queue.user");
        if (!problems.isEmpty()) {
            System.err.println("relay: error: the configuration is not complete: " + String.join(", ", problems));
            System.err.println("relay: see relay.properties.example");
            System.exit(78);
        }
        System.out.println("relay: up");
    }
}
