import java.util.*;

public class Cube {
    public static void main(String[] args) {
        List<long[]> planes = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            planes.add(new long[1 << 20]);
            System.out.println("plane " + i + " built, " + (i + 1) * 8 + " MB");
        }
    }
}
