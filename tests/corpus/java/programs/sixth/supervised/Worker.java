import java.nio.file.*;
import java.util.*;

public class Worker {
    public static void main(String[] args) throws Exception {
        Path mark = Path.of("/app/offset");
        int from = Files.exists(mark) ? Integer.parseInt(Files.readString(mark).trim()) : 0;
        System.out.println("worker: from offset " + from);
        Map<Integer, String> cache = new HashMap<>();
        for (int i = from; i < 400; i += 50) {
            Files.writeString(mark, (i + 50) + "\n");
            if (i == 150) System.out.println(cache.get(i).trim());
            if (i == 250) throw new UncheckedSegment(i, new java.io.EOFException("segment ends at byte 8192"));
        }
        System.out.println("worker: reached offset 400");
    }

    static class UncheckedSegment extends RuntimeException {
        UncheckedSegment(int offset, Exception cause) { super("segment at offset " + offset + " is torn", cause); }
    }
}
