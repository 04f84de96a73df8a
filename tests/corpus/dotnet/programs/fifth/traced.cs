using System;
using System.Data;
using System.Diagnostics;

// Merges the orders of two shops; what happens goes to a trace source.
static class Merge
{
    static readonly TraceSource Log = new TraceSource("merge", SourceLevels.All);

    static DataTable Orders(string shop, params int[] numbers)
    {
        var table = new DataTable(shop);
        table.PrimaryKey = new[] { table.Columns.Add("number", typeof(int)) };
        table.Columns.Add("shop", typeof(string));
        foreach (int number in numbers)
            table.Rows.Add(number, shop);
        return table;
    }

    static int Main()
    {
        Log.Listeners.Clear();
        Log.Listeners.Add(new ConsoleTraceListener());
        Log.TraceEvent(TraceEventType.Start, 1, "night of 2026-11-27");
        try
        {
            DataTable all = Orders("north", 100, 101, 102);
            foreach (DataRow row in Orders("south", 103, 101, 104).Rows)
            {
                all.Rows.Add(row.ItemArray); // RAISES
                Log.TraceEvent(TraceEventType.Verbose, 2, "order {0} taken over", row[0]);
            }
        }
        catch (DataException e)
        {
            Log.TraceEvent(TraceEventType.Critical, 40, "merge given up: {0}", e);
            Log.TraceEvent(TraceEventType.Stop, 1, "tables of both shops are unchanged");
            Log.Flush();
            return 40;
        }
        return 0;
    }
}
