import java.util.ArrayList;
import java.util.List;

public class Ledger {
    private final List<String> rows = new ArrayList<>();

    int size() {
        return rows.length;
    }
}
