import java.util.*;

public class Multi {
    static class ValidationException extends RuntimeException {
        ValidationException(String m) { super(m); }
    }

    static void check(Map<String, String> record) {
        List<String> faults = new ArrayList<>();
        record.forEach((k, v) -> { if (v.isEmpty()) faults.add("  - " + k + ": must not be empty (größer als 0 Zeichen) ✗"); });
        if (!faults.isEmpty())
            throw new ValidationException("record 7 is not valid:\n" + String.join("\n", faults) + "\n\nsee the manual, chapter 3"); // RAISES
    }

    public static void main(String[] args) {
        Map<String, String> r = new TreeMap<>(Map.of("name", "", "city", "", "street", "High Street"));
        System.out.println("checking record 7");
        check(r);
    }
}
