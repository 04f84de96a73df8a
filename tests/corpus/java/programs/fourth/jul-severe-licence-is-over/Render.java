import java.time.LocalDate;
import java.util.logging.Level;
import java.util.logging.Logger;

public class Render {
    private static final Logger log = Logger.getLogger("render");

    static class LicenceException extends Exception {
        LicenceException(String message) {
            super(message);
        }
    }

    static void check(LocalDate until) throws LicenceException {
        if (until.isBefore(LocalDate.of(2026, 11, 1))) {
            throw new LicenceException("licence ended on " + until); // RAISES
        }
    }

    public static void main(String[] args) {
        log.info("render farm node 4 starts");
        try {
            check(LocalDate.of(2026, 10, 31));
        } catch (LicenceException e) {
            log.log(Level.SEVERE, "node is not started", e);
            System.exit(3);
        }
    }
}
