using System;
using System.Threading;

public static class Quiet
{
    public static int Main(string[] args)
    {
        for (int i = 1; i <= 7 || args.Length > 0; i++)
        {
            Console.WriteLine("pass {0}: Exceptions=0 Errors=0 mse={1:0.0000}", i, 1.0 / i);
            Thread.Sleep(args.Length > 0 ? 200 : 1);
        }
        return 1;
    }
}
