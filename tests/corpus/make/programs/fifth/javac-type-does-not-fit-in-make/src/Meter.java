import java.util.Map;

public class Meter {
    private final Map<String, Reading> last = new java.util.TreeMap<>();

    int sum() {
        int sum = 0;
        for (Map.Entry<String, Reading> entry : last.entrySet()) {
            sum += entry.getValue().kwh();
        }
        return sum;
    }

    void take(String id, String text) {
        last.put(id, Reading.parse(text));
    }
}
