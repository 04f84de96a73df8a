import static org.junit.Assert.*;
import org.junit.*;

public class LedgerTest {
    static int balance(int... moves) {
        int sum = 0;
        for (int move : moves)
            sum += Math.abs(move);
        return sum;
    }

    @Test public void emptyLedgerIsZero() {
        assertEquals(0, balance());
    }

    @Test public void creditsAndDebitsCancel() {
        assertEquals("balance of +5 -5", 0, balance(5, -5)); // RAISES
    }

    @Test(expected = NullPointerException.class) public void nullIsRefused() {
        balance((int[]) null);
    }

    @Ignore @Test public void rounding() {
    }
}
