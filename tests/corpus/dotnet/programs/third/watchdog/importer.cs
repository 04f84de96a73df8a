using System;
using System.IO;

public static class Importer
{
    static string Lease(int start)
    {
        if (start == 1)
            throw new IOException("lease file is held by host-b");
        return "lease-" + start;
    }

    public static void Main(string[] args)
    {
        Console.WriteLine("importer: taking the lease");
        Console.WriteLine("importer: has " + Lease(int.Parse(args[0])));
        for (int i = 1; i <= 22; i++)
            Console.WriteLine("importer: file {0} of 22, 0 errors", i);
    }
}
