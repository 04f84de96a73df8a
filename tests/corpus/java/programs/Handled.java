import java.io.*;
import java.util.*;

public class Handled {
    static String fetch(int n) throws IOException {
        throw new IOException("connection reset by peer, try " + n); // OTHER
    }

    static Object answer() {
        for (int i = 1; i <= 2; i++) {
            try {
                return fetch(i);
            } catch (IOException e) {
                System.err.println("WARN  retry " + i);
                e.printStackTrace();
            }
        }
        System.err.println("INFO  using the cached answer");
        return List.of("cached");
    }

    static String text(Object o) {
        return (String) o; // RAISES
    }

    public static void main(String[] args) {
        System.out.println(text(answer()));
    }
}
