using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;

// Converts pages with a tool that is not installed everywhere.
static class Pages
{
    static void Convert(string page)
    {
        var start = new ProcessStartInfo("pandoc-night", page + " -o " + page + ".html") { UseShellExecute = false };
        using (Process tool = Process.Start(start)) // RAISES
            tool.WaitForExit();
    }

    static void Main()
    {
        foreach (string page in new[] { "/tmp/a.md", "/tmp/b.md" })
        {
            File.WriteAllText(page, "# page\n");
            Console.Error.WriteLine("[{0}] convert", Path.GetFileName(page));
            Convert(page);
        }
    }
}
