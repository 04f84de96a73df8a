using System;
public static class Site
{
    static int lastError;
    [Obsolete("throws on Windows")] static void Old() { }
    public static void Main()
    {
        int unused = 3;
        Old();
        Console.WriteLine("42 pages, no errors");
    }
}
