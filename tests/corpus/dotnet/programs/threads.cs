using System;
using System.Threading;

static class Program
{
    static void Work(object state)
    {
        string[] parts = ((string)state).Split(',');
        Console.WriteLine("third part: " + parts[2]);
    }

    static void Main()
    {
        var t = new Thread(Work) { Name = "splitter" };
        t.Start("a,b");
        t.Join();
        Thread.Sleep(200);
        Console.WriteLine("not reached");
    }
}
