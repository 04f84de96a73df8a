using System;
using System.IO;
class JobFailedException : Exception { public JobFailedException(string text, Exception inner) : base(text, inner) {} }
static class Program {
    static void Log(string level, string text) { Console.Error.WriteLine("{0}: Nightly.Exporter[0]\n      {1}", level, text.Replace("\n", "\n      ")); }
    static string ReadKey(string path) { return File.ReadAllText(path).Trim(); }
    static void Export(int day) {
        try { Log("info", "key " + ReadKey("/app/secrets/export.key").Length); }
        catch (IOException e) { throw new JobFailedException("export of day " + day + " failed", e); }
    }
    static int Main() {
        Log("info", "Application started. Press Ctrl+C to shut down.");
        try { Export(25); }
        catch (Exception e) {
            Log("crit", "Job stopped\n" + e);
            for (int i = 0; i < 6; i++) Log("info", "Disposing sink " + i);
            return 134;
        }
        return 0;
    }
}
