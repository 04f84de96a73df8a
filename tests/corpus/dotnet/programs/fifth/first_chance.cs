using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

// Moves files of a spool; files in use are left for later, and everything is told with levels of a logger.
static class Spool
{
    static readonly string[] Levels = { "trce", "info", "warn", "fail", "crit" };

    static void Log(int level, string text, Exception e = null)
    {
        Console.Error.WriteLine("{0}: Spool[{1}]", Levels[level], level * 100);
        Console.Error.WriteLine("      " + text);
        if (e != null)
            Console.Error.WriteLine("      " + e.ToString().Replace("\n", "\n      "));
    }

    static void Main()
    {
        string folder = "/tmp/spool-fifth";
        if (Directory.Exists(folder))
            Directory.Delete(folder, true);
        Directory.CreateDirectory(folder + "/done");
        var later = new Queue<string>();
        foreach (string name in new[] { "a.ps", "b.ps", "c.ps" })
        {
            if (name != "b.ps")
                File.WriteAllText(folder + "/" + name, "%!PS\n");
            later.Enqueue(name);
        }
        for (int round = 1; later.Count > 0; ++round)
        {
            string name = later.Dequeue();
            try
            {
                File.Move(folder + "/" + name, folder + "/done/" + name);
                Log(1, name + " printed");
            }
            catch (FileNotFoundException e)
            {
                Log(3, name + " is not there yet, once more after the others", e);
                if (round > 4)
                    Log(4, "critical: printer tray 2 is empty (told to the operators), " + name + " waits");
                later.Enqueue(name);
                if (round > 4)
                    File.WriteAllText(folder + "/" + name, "%!PS\n");
                Thread.Sleep(20);
            }
        }
        Log(1, "spool is empty");
    }
}
