using System;

public static class Gate
{
    static void Check(int amount)
    {
        Console.WriteLine("amount {0}: {1}", amount, Rules.Allow(amount) ? "allowed" : "refused");
    }

    public static void Main()
    {
        Console.WriteLine("gate: checking 3 amounts");
        foreach (int amount in new[] { 10, 700, 40 })
            Check(amount);
    }
}
