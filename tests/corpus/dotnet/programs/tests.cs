using System;

static class Program
{
    static int passed;

    static void Throws<T>(string name, Action a) where T : Exception
    {
        try { a(); Console.WriteLine("FAIL " + name); }
        catch (T e) { passed++; Console.WriteLine("ok   " + name + " - caught " + e.GetType() + ": " + e.Message); }
    }

    static void Main()
    {
        Throws<DivideByZeroException>("divides", () => { int z = 0; Console.Write(1 / z); });
        Throws<FormatException>("parses", () => int.Parse("x"));
        Throws<NullReferenceException>("dereferences", () => { string s = null; Console.Write(s.Length); });
        Console.WriteLine(passed + " passed, 0 failed, 0 errors");
    }
}
