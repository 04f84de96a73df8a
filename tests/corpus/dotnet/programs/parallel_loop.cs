using System;
using System.Threading.Tasks;
static class Program {
    static double Rate(int n) { if (n == 5) throw new ArgumentOutOfRangeException("n", n, "rate has no entry"); return 1.0 / (n + 1); }
    static void Main() {
        Console.WriteLine("rating");
        Parallel.For(0, 6, new ParallelOptions { MaxDegreeOfParallelism = 1 }, n => Rate(n));
    }
}
