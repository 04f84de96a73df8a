using System;

static class Table
{
    public static readonly int[] Sizes = Build();

    static int[] Build()
    {
        return new[] { int.Parse("12"), int.Parse("1x") };
    }
}

static class Program
{
    static void Main()
    {
        Console.WriteLine(Table.Sizes.Length);
    }
}
