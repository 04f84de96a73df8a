using System;

static class Program
{
    static int Main(string[] args)
    {
        Console.WriteLine(@"usage: replay [--on-exception NAME] FILE

Finds reports such as
  Unhandled Exception:
  System.InvalidOperationException: no job
    at Worker.Run () [0x00001] in <abc>:0
in FILE. --on-exception System.TimeoutException shows only those.");
        return 2;
    }
}
