import java.util.*;

public class Tally {
    static List sorted(List rows) {
        Collections.sort(rows);
        return rows;
    }
}
