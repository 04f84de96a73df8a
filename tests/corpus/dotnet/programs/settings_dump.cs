using System;
static class Program {
    static void Main() {
        Console.WriteLine("Unhandled exceptions: restart (policy RestartOnException)");
        foreach (var pair in new[] { "Retry.Handle=System.TimeoutException, System.Net.WebException", "Log.ExceptionLayout=${exception:format=ToString}", "Log.Level=Error",
            "OnError.Mail=none", "Dump.OnUnhandledException=false", "Trace.Example=at Export.Run () in Export.cs:0", "Culture=" + "" })
            Console.WriteLine("  {0}", pair);
        for (int i = 0; i < 12; i++) Console.WriteLine("export {0} of 12 written", i + 1);
    }
}
