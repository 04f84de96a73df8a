import java.util.*;

public class TestsPass {
    interface Body { void run() throws Exception; }
    static int passed;

    static void test(String name, Body b) throws Exception {
        System.out.println("[ RUN  ] " + name);
        b.run();
        passed++;
        System.out.println("[ OK   ] " + name);
    }

    static void expect(Class<?> type, Body b) {
        try {
            b.run();
        } catch (Exception e) {
            if (!type.isInstance(e))
                throw new AssertionError(e);
            System.out.println("expected exception:");
            e.printStackTrace(System.out);
            return;
        }
        throw new AssertionError("no " + type);
    }

    public static void main(String[] args) throws Exception {
        test("parsesNumber", () -> Integer.parseInt("12"));
        test("throwsOnText", () -> expect(NumberFormatException.class, () -> Integer.parseInt("x")));
        test("throwsOnNull", () -> expect(NullPointerException.class, () -> Objects.requireNonNull(null, "name")));
        for (int i = 0; i < 12; i++)
            test("roundTrip[" + i + "]", () -> List.of(1).get(0));
        System.out.println("Tests run: " + passed + ", Failures: 0, Errors: 0, Skipped: 0");
    }
}
