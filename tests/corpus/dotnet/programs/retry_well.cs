using System;

static class Program
{
    static int left = 2;

    static void Store(int n)
    {
        if (n == 3 && left-- > 0)
            throw new System.IO.IOException("disk is busy");
        Console.WriteLine("block " + n + " stored");
    }

    static void Main()
    {
        for (int n = 0; n < 28; n++)
        {
            try { Store(n); }
            catch (System.IO.IOException e) { Console.WriteLine("warn: retrying " + e); n--; }
        }
        Console.WriteLine("28 blocks stored, 0 errors");
    }
}
