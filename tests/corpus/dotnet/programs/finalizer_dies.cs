using System;
using System.Threading;
class Lease {
    ~Lease() { throw new ObjectDisposedException("Lease", "lease was released twice"); }
}
static class Program {
    static void Drop() { new Lease(); }
    static void Main() {
        var t = new Thread(Drop); t.Start(); t.Join();
        GC.Collect(); GC.WaitForPendingFinalizers();
        for (int i = 0; i < 3; i++) { Console.WriteLine("step {0}", i); Thread.Sleep(200); }
    }
}
