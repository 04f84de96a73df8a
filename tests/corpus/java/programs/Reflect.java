import java.lang.reflect.*;

public class Reflect {
    public static void apply(String plan) {
        if (!plan.startsWith("v2"))
            throw new UnsupportedOperationException("plan format of " + plan); // ROOT
    }

    public static void main(String[] args) throws Exception {
        Method m = Reflect.class.getMethod("apply", String.class);
        for (String p : new String[] {"v2-a", "v1-b"}) {
            System.out.println("applying " + p);
            m.invoke(null, p);
        }
    }
}
