using System;

static class Program
{
    [Obsolete("throws InvalidOperationException in 3.0")]
    static void Old() { }

    static void Main()
    {
        int error;
        Exception never = null;
        Old();
        Console.WriteLine("ran, 0 errors");
    }
}
