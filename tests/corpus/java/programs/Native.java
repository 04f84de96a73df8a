public class Native {
    static native long sum(int[] numbers, int n);

    static void frame(int i) {
        System.out.println("frame " + i + " sum " + sum(i < 3 ? new int[] {1, 2, i} : null, 3));
    }

    public static void main(String[] args) {
        System.load("/app/libcodec.so");
        for (int i = 0; i < 5; i++)
            frame(i);
    }
}
