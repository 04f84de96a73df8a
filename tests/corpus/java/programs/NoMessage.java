import java.util.*;

public class NoMessage {
    static void prune(List<Integer> l) {
        for (Integer i : l) {
            if (i % 2 == 0)
                l.remove(i);
        }
    }

    public static void main(String[] args) {
        prune(new ArrayList<>(List.of(1, 2, 3, 4, 5, 6)));
    }
}
