import java.lang.reflect.Field;

public class Crash {
    static sun.misc.Unsafe unsafe() throws Exception {
        Field f = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
        f.setAccessible(true);
        return (sun.misc.Unsafe) f.get(null);
    }

    static void fill(long base, int n) throws Exception {
        for (int i = 0; i < n; i++)
            unsafe().putLong(base + 8L * i, i);
    }

    public static void main(String[] args) throws Exception {
        System.out.println("off-heap cache: filling");
        fill(0, 4);
        System.out.println("off-heap cache: filled");
    }
}
