public class Asserted {
    static int half(int n) {
        assert n % 2 == 0 : "n is odd: " + n; // RAISES
        return n / 2;
    }

    public static void main(String[] args) {
        for (int n = 8; n > 0; n = half(n))
            System.out.println("n=" + n);
    }
}
