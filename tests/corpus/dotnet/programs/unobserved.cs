using System;
using System.Threading;
using System.Threading.Tasks;
static class Program {
    static void Ping(int node) { throw new TimeoutException("node " + node + " did not answer the ping"); }
    static void Fire() { Task.Run(() => Ping(4)); Thread.Sleep(100); }
    static void Main() {
        TaskScheduler.UnobservedTaskException += (s, e) => { Console.WriteLine("[WRN] unobserved, ignored: {0}", e.Exception); e.SetObserved(); };
        var t = new Thread(Fire); t.Start(); t.Join();
        GC.Collect(); GC.WaitForPendingFinalizers();
        for (int i = 0; i < 24; i++) Console.WriteLine("[INF] heartbeat {0} from 7 nodes", i);
        Console.WriteLine("[INF] stopped, exit code 0");
    }
}
