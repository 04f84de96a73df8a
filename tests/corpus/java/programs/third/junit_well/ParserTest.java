import static org.junit.Assert.*;
import org.junit.*;

public class ParserTest {
    @Test public void errorIsReported() {
        try {
            Integer.parseInt("7x");
            fail("no error");
        } catch (NumberFormatException e) {
            System.out.println("expected: " + e);
            e.printStackTrace(System.out);
        }
    }

    @Test public void fatalErrorIsReported() {
        Error e = assertThrows(AssertionError.class, () -> { throw new AssertionError("fatal: disk full"); });
        System.err.println("[ERROR] " + e.getMessage());
    }

    @Test public void manyRows() {
        for (int i = 1; i <= 20; i++)
            System.out.println("row " + i + " parsed, errors: 0");
    }
}
