import java.util.*;

public class Broken {
    static int count(List<String> l) {
        int n = l.length(); // RAISES
        return n
    }

    public static void main(String[] args) {
        System.out.println(count(List.of("a")));
    }
}
