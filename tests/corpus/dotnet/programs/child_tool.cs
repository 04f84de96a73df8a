using System;
using System.Diagnostics;
class ToolException : Exception { public ToolException(string text) : base(text) {} }
static class Program {
    static string Run(string tool, string arguments) {
        var start = new ProcessStartInfo(tool, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        using (var process = Process.Start(start)) {
            var error = process.StandardError.ReadToEnd();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new ToolException(string.Format("{0} [{1}] ended with {2}:\n{3}", tool, arguments, process.ExitCode, error.TrimEnd()));
            return output;
        }
    }
    static void Main() {
        Console.WriteLine("free: {0} bytes of text", Run("df", "/").Length);
        Console.WriteLine(Run("tar", "-tf /app/model.tar"));
    }
}
