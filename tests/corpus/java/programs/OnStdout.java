import java.util.*;

public class OnStdout {
    static int parse(String s) {
        return Integer.parseInt(s.trim());
    }

    static int sum(String line) {
        int s = 0;
        for (String f : line.split(","))
            s += parse(f);
        return s;
    }

    public static void main(String[] args) {
        try {
            for (String l : List.of("1,2,3", "4,5", "6,x7"))
                System.out.println("sum " + sum(l));
        } catch (NumberFormatException e) {
            e.printStackTrace(System.out);
            System.exit(1);
        }
    }
}
