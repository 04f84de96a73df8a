using System;
using System.Linq;
using System.Threading.Tasks;
static class Program {
    static void Warm(int n) { if (n % 4 == 1) throw new OperationCanceledException("cache line " + n + " was evicted"); }
    static void Main() {
        try { Task.WaitAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => Warm(n))).ToArray()); }
        catch (AggregateException e) {
            foreach (var inner in e.Flatten().InnerExceptions) Console.WriteLine("warn: not warmed, will load on demand: {0}", inner);
        }
        for (int i = 0; i < 25; i++) Console.WriteLine("info: request {0} 200 OK", i);
    }
}
