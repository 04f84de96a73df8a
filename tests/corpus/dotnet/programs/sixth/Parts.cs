using System;
using System.IO;
using System.Threading;

/// One rank: writes its part; a part that is being read is written once more.
public static class Parts
{
    public static void Main(string[] args)
    {
        int rank = int.Parse(args[0]);
        string path = "/tmp/part-" + rank;
        for (int part = 1; part <= 3; part++) {
            FileStream reader = rank == 1 && part == 2 ? new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.None) : null;
            for (int attempt = 1; ; attempt++) {
                try {
                    File.WriteAllText(path, "part " + part + " errors=0");
                    Console.WriteLine("info: part {0} of 3 written (attempt {1})", part, attempt);
                    break;
                } catch (IOException e) {
                    Console.WriteLine("fail: Parts.Writer[4011]\n      part {0} is in use, waiting\n{1}", part, e);
                    Thread.Sleep(20);
                    reader.Dispose();
                }
            }
        }
        File.Delete(path);
        Console.WriteLine("info: rank {0} has ended well", rank);
    }
}
