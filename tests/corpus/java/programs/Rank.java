public class Rank {
    static double[] step(int n, double[] grid) {
        double[] next = new double[grid.length];
        for (int i = 0; i < n; i++)
            next[i] = grid[i + 1] / 2; // RAISES
        return next;
    }

    public static void main(String[] args) {
        int rank = Integer.parseInt(args[0]);
        int bad = Integer.parseInt(args[1]);
        double[] grid = new double[64];
        for (int s = 0; s < 6; s++) {
            System.out.println("step " + s + " residual " + 1.0 / (s + 1));
            if (rank == bad && s == 4)
                step(64, grid);
            step(32, grid);
        }
        if (rank != bad) {
            System.out.println("a peer is gone, leaving");
            System.exit(1);
        }
    }
}
