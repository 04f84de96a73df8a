using System;
using System.Collections.Generic;
using System.Threading;
static class Program {
    static Dictionary<string, int> quota = new Dictionary<string, int> { { "batch", 4 } };
    static void Tick(object state) {
        Console.WriteLine("queue {0} has {1} slots", state, quota[(string)state]);
    }
    static void Main() {
        ThreadPool.QueueUserWorkItem(Tick, "batch");
        Thread.Sleep(50);
        ThreadPool.QueueUserWorkItem(Tick, "nightly");
        Thread.Sleep(2000);
        Console.WriteLine("done");
    }
}
