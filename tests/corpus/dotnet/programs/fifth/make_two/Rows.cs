using System;
using System.Collections.Generic;

static class Rows
{
    public static int Count(IEnumerable<string> rows)
    {
        int count = 0, skipped;
        foreach (string row in rows)
            if (row.Length > 0)
                ++count;
        return count - skipped;
    }
}
