using System;
using System.Linq;

// Sorts a shard; several of these run side by side.
static class Shards
{
    static long[] Read(int shard)
    {
        return Enumerable.Range(0, 6).Select(i => shard == 2 && i == 4 ? -1L : i * 7L % 5).ToArray();
    }

    static void Check(int shard, long[] rows)
    {
        for (int i = 0; i < rows.Length; ++i)
            if (rows[i] < 0)
                throw new OverflowException("shard " + shard + ": row " + i + " is below zero"); // RAISES
    }

    static void Main(string[] arguments)
    {
        int shard = int.Parse(arguments[0]);
        Console.WriteLine("shard {0} opened", shard);
        long[] rows = Read(shard);
        Check(shard, rows);
        Array.Sort(rows);
        Console.WriteLine("shard {0} sorted, {1} rows", shard, rows.Length);
        Console.WriteLine("shard {0} written", shard);
    }
}
