using System;
static class Program {
    static object Setting(string name) { return name == "batch" ? (object)"32" : 1; }
    static int Batch(int rank, int bad) { return rank == bad ? (int)Setting("batch") : 32; }
    static void Main(string[] args) {
        int rank = int.Parse(args[0]), bad = int.Parse(args[1]);
        for (int epoch = 0; epoch < 4; epoch++) {
            Console.WriteLine("epoch {0} loss {1:F3}", epoch, 1.0 / (epoch + 1 + rank));
            if (epoch == 2) Console.WriteLine("batch {0}", Batch(rank, bad));
        }
    }
}
