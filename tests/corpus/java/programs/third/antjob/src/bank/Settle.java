package bank;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

public class Settle {
    static final Map<String, BigDecimal> BOOKS = new LinkedHashMap<>();

    static void post(String account, BigDecimal amount) {
        BigDecimal left = BOOKS.get(account).subtract(amount); // RAISES
        BOOKS.put(account, left);
        System.out.println("posted " + amount + " to " + account + ", left " + left);
    }

    public static void main(String[] args) {
        System.out.println("books of " + args[0]);
        BOOKS.put("DE01", new BigDecimal("310.20"));
        BOOKS.put("DE02", new BigDecimal("1200.00"));
        post("DE01", new BigDecimal("10.20"));
        post("DE02", new BigDecimal("99.99"));
        post("AT07", new BigDecimal("5.00"));
    }
}
