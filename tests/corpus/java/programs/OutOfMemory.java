import java.util.*;

public class OutOfMemory {
    static byte[] block(int mb) {
        return new byte[mb << 20]; // RAISES
    }

    public static void main(String[] args) {
        List<byte[]> kept = new ArrayList<>();
        for (int i = 1; ; i++) {
            kept.add(block(8));
            System.out.println("cached block " + i);
        }
    }
}
