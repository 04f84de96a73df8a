using System;

public static class Exporter
{
    public static void Main()
    {
        var rows = new Rows("customers");
        Console.WriteLine("{0} rows of {1}", rows.Count, rows.Nmae);
    }
}
