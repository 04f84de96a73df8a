import static org.junit.Assert.assertEquals;
import org.junit.Test;

public class KnownBugs {
    @Test public void leapYear() { assertEquals("bug 811", 366, java.time.Year.of(1900).length()); }
    @Test public void emptyName() { assertEquals('x', "".charAt(0)); }
}
