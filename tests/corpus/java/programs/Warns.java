import java.util.*;

public class Warns {
    @Deprecated static class OldError extends Exception {}
    static List raw() { return new ArrayList(); }
    static void f() { List<String> l = raw(); l.add("x"); Integer i = new Integer(3); }
    static int g(int x) { switch (x) { case 1: x++; case 2: x--; } return (int) x; }
    static int h() { try { throw new RuntimeException(); } finally { return 1; } }
    public static void main(String[] args) throws Exception { f(); new Thread().suspend(); }
}
