using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading.Tasks;

// Closes months in a pipeline: one task reads, one books; a logger of its own writes key=value lines.
static class Year
{
    static void Log(string level, string text, params object[] rest)
    {
        Console.WriteLine("t={0:HH:mm:ss.fff} level={1} msg=\"{2}\"", DateTime.UtcNow, level, string.Format(text, rest));
    }

    static void Main()
    {
        AppDomain.CurrentDomain.UnhandledException += (sender, e) =>
        {
            Log("fatal", "{0}", ((Exception)e.ExceptionObject).GetBaseException().ToString().Replace("\n", " | "));
            Log("info", "year 2026 stays open");
            Environment.Exit(12);
        };
        var months = new BlockingCollection<Tuple<string, decimal>>(4);
        Task reader = Task.Run(() =>
        {
            foreach (string row in new[] { "09;1200.50", "10;880.00", "11;-1.00", "12;0" })
                months.Add(Tuple.Create(row.Split(';')[0], decimal.Parse(row.Split(';')[1])));
            months.CompleteAdding();
        });
        foreach (Tuple<string, decimal> month in months.GetConsumingEnumerable())
        {
            if (month.Item2 < 0)
                throw new ArgumentOutOfRangeException("month", month.Item2, "month " + month.Item1 + " is below zero"); // RAISES
            Log("info", "month {0} closed with {1}", month.Item1, month.Item2);
        }
        reader.Wait();
    }
}
