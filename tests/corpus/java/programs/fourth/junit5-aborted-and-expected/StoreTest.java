import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class StoreTest {
    private static final Logger log = Logger.getLogger("store");

    @Test
    void refusesNegativeAmounts() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> put(-1));
        log.log(Level.SEVERE, "put failed", e);
    }

    @Test
    void needsADatabase() {
        assumeTrue(System.getenv("STORE_URL") != null, "no STORE_URL, fatal for this test only");
    }

    @Test
    @Disabled("fails since the move, see the board")
    void survivesARestart() {
        assertEquals(1, 2);
    }

    static void put(int amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("negative amount: " + amount);
        }
    }
}
