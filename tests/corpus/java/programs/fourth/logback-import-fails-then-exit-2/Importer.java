import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class Importer {
    private static final Logger log = LoggerFactory.getLogger(Importer.class);

    static int amount(String row) {
        String[] parts = row.split(";");
        if (parts.length < 2) {
            throw new IllegalArgumentException("row has no amount: " + row); // RAISES
        }
        return Integer.parseInt(parts[1]);
    }

    public static void main(String[] args) {
        int sum = 0;
        try {
            for (String row : List.of("north;12", "south;30", "east")) {
                log.debug("row {}", row);
                sum += amount(row);
            }
            log.info("sum is {}", sum);
        } catch (RuntimeException e) {
            log.error("import of 3 rows failed", e);
            log.info("shutting down, 0 rows kept");
            System.exit(2);
        }
    }
}
