import java.util.*;

public class Service {
    static int requests, failures;

    static String answer(String path) {
        if (path.contains("%"))
            throw new IllegalArgumentException("Illegal character in path: " + path);
        return "200";
    }

    public static void main(String[] args) {
        for (int i = 0; i < 40; i++) {
            String path = i % 9 == 4 ? "/user/%zz" : "/user/" + i;
            requests++;
            try {
                System.out.println("INFO  GET " + path + " " + answer(path));
            } catch (RuntimeException e) {
                failures++;
                System.out.println("ERROR GET " + path + " 400");
                e.printStackTrace(System.out);
            }
        }
        for (int i = 0; i < 22; i++)
            System.out.println("INFO  session " + i + " closed");
        System.out.println("INFO  bye: " + requests + " requests, " + failures + " refused");
    }
}
