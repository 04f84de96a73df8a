import java.util.*;

/** Sums planes in batches; a batch that does not fit into the heap is halved. */
public class Batches {
    static long sum(int planes) {
        List<byte[]> batch = new ArrayList<>();
        for (int i = 0; i < planes; i++) batch.add(new byte[4 << 20]);
        return batch.size();
    }

    public static void main(String[] args) {
        int size = 32, done = 0;
        while (done < 64) {
            try {
                done += sum(Math.min(size, 64 - done));
                System.out.println("epoch 1: " + done + " of 64 planes, batch " + size + ", failed 0");
            } catch (OutOfMemoryError e) {
                System.out.println("batch of " + size + " is too large, halving it");
                e.printStackTrace(System.out);
                size /= 2;
            }
        }
    }
}
