import static org.testng.Assert.assertEquals;
import org.testng.annotations.AfterClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class RatesTest {
    static int cents(int kwh, int rate) {
        return Math.multiplyExact(kwh, rate); // RAISES
    }

    @DataProvider
    public Object[][] readings() {
        return new Object[][] {{100, 30, 3000}, {0, 30, 0}, {900_000_000, 31, -1}};
    }

    @Test(dataProvider = "readings")
    public void costs(int kwh, int rate, int cents) {
        assertEquals(cents(kwh, rate), cents);
    }

    @Test(expectedExceptions = ArithmeticException.class)
    public void refusesTooMuch() {
        cents(Integer.MAX_VALUE, 2);
    }

    @AfterClass
    public void close() {
        System.out.println("closing the rates");
    }
}
