using System;
static class Program {
    static void Main() {
        Console.WriteLine("Release notes 4.2\n\n* #811: the exporter no longer prints 'Unhandled Exception: System.IO.IOException: Sharing violation' when two jobs");
        Console.WriteLine("  share a folder. The old trace was\n      at System.IO.FileStream..ctor (System.String path) [0x00000] in <filename unknown>:0\n  and is gone.");
        Console.WriteLine("* #815: System.NullReferenceException in Export.Close () is mended.\n");
        for (int i = 0; i < 20; i++) Console.WriteLine("migrating table {0}: ok", i);
    }
}
