import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RateTest {
    static class Rates {
        private final Map<String, Double> rates = Map.of("EUR", 1.0, "USD", 1.08);

        double of(String currency) {
            Double rate = rates.get(currency);
            if (rate == null) {
                throw new IllegalArgumentException("no rate of " + currency); // RAISES
            }
            return rate;
        }
    }

    @Test
    @DisplayName("the euro is the base")
    void euro() {
        assertEquals(1.0, new Rates().of("EUR"));
    }

    @Test
    @DisplayName("the pound has a rate")
    void pound() {
        assertEquals(0.86, new Rates().of("GBP"));
    }
}
