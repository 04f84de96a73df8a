import java.util.*;

public class Lint {
    static List errors = new ArrayList();

    static int error(int code) {
        switch (code) {
            case 1:
                errors.add("fatal");
            case 2:
                errors.add(new Integer(code));
        }
        return errors.size();
    }

    public static void main(String[] args) {
        Thread t = new Thread(() -> System.out.println("errors: " + error(1)));
        t.start();
        try { t.join(); } catch (InterruptedException e) { }
        finally { System.out.println("finally"); }
        t.stop();
    }
}
