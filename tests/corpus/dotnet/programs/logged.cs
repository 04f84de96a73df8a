using System;

static class Program
{
    static void Log(string level, string text)
    {
        Console.Error.WriteLine("2026-11-22 12:00:41.317 [" + level + "] mailer - " + text);
    }

    static void Deliver(string to)
    {
        if (string.IsNullOrEmpty(to))
            throw new ArgumentException("no recipient\nmail: 7", "to");
    }

    static int Main()
    {
        try
        {
            Deliver("ann");
            Log("INFO", "mail 6 sent");
            Deliver("");
        }
        catch (Exception e)
        {
            Log("FATAL", "unhandled error, leaving\n" + e);
            for (int i = 0; i < 31; i++)
                Log("INFO", "closing channel " + i);
            return 3;
        }
        return 0;
    }
}
