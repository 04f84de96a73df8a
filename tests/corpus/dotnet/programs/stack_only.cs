using System;

static class Program
{
    static void Slow() { Console.WriteLine("slow call from:\n" + Environment.StackTrace); }

    static void Main()
    {
        Slow();
        for (int i = 0; i < 24; i++)
            Console.WriteLine("request " + i + " 200 OK, Exceptions=0");
    }
}
