public class Tally {
    static int twice(int x) {
        int sum = x + x
        return sum;
    }
}
