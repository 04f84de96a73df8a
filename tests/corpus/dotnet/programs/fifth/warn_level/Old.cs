using System;

class Old
{
    int never;

    [Obsolete("use Sum")]
    static int Add(int a, int b) { return a + b; }

    static void Main()
    {
        int unused = 1;
        Console.WriteLine("sum: " + Add(2, 3));
    }
}
