import java.util.ArrayList;
import java.util.List;

public class Ledger {
    static class BookingException extends Exception {
        BookingException(String text) { super(text); }
    }

    @SuppressWarnings("rawtypes")
    static List bookings = new ArrayList();

    static void book(int cents) throws BookingException {
        switch (cents % 3) {
            case 0:
                bookings.add(cents);
            case 1:
                break;
            default:
                throw new BookingException("java.lang.IllegalStateException: " + cents + " cannot be booked");
        }
    }

    public static void main(String[] arguments) {
        for (int i = 3; i < 6; i++) {
            try {
                book(new Integer(i));
            } catch (BookingException e) {
                System.err.println("SEVERE: skipped: " + e);
            }
        }
        System.out.println("booked " + bookings.size() + ", exceptions 1");
    }
}
