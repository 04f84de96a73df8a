using System;

static class Program
{
    static string Ask(int n)
    {
        if (n < 2)
            throw new TimeoutException("try " + n);
        return null;
    }

    static string AskAgain()
    {
        for (int n = 0; ; n++)
        {
            try { return Ask(n); }
            catch (TimeoutException e) { Console.Error.WriteLine("warn: " + e); }
        }
    }

    static int Length(string reply)
    {
        return reply.Length;
    }

    static void Main()
    {
        Console.WriteLine(Length(AskAgain()));
    }
}
