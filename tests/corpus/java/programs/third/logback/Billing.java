import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class Billing {
    static final Logger log = LoggerFactory.getLogger(Billing.class);

    static class BillingException extends RuntimeException {
        BillingException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static int cents(String text) {
        String[] parts = text.split(",");
        return Integer.parseInt(parts[0]) * 100 + Integer.parseInt(parts[1]); // ROOT
    }

    static int bill(int number, String text) {
        try {
            return cents(text);
        } catch (RuntimeException e) {
            throw new BillingException("invoice " + number + " has no amount", e); // RAISES
        }
    }

    public static void main(String[] args) {
        log.info("billing run 2026-11 started, {} invoices", 4);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            log.info("closing the ledger");
            log.info("ledger closed, 2 invoices were written, 0 were sent");
        }));
        String[] amounts = {"19,90", "5,00", "12.50", "7,25"};
        try {
            for (int i = 0; i < amounts.length; i++)
                log.info("invoice {}: {} cents", 1000 + i, bill(1000 + i, amounts[i]));
        } catch (BillingException e) {
            log.error("billing run aborted", e);
            System.exit(3);
        }
        log.info("billing run is done");
    }
}
