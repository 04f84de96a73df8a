import java.io.*;

public class JsonError {
    static void charge(int cents) {
        if (cents < 0)
            throw new ArithmeticException("amount " + cents + " is negative"); // RAISES
    }

    public static void main(String[] args) {
        System.out.println("{\"level\":\"info\",\"msg\":\"start\"}");
        try {
            charge(5);
            charge(-5);
        } catch (ArithmeticException e) {
            StringWriter w = new StringWriter();
            e.printStackTrace(new PrintWriter(w));
            System.out.println("{\"level\":\"fatal\",\"msg\":\"charge\",\"stack\":\"" + w.toString().replace("\t", "\\t").replace("\n", "\\n") + "\"}");
            System.exit(1);
        }
    }
}
