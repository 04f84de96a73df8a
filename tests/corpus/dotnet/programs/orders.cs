using System;
using System.Collections.Generic;
using System.Linq;

class OutOfStock : Exception
{
    public OutOfStock(string item) : base("out of stock: " + item) { }
}

class Stock
{
    readonly Dictionary<string, int> left = new Dictionary<string, int> { { "bolt", 3 } };

    public int Take(string item, int count)
    {
        if (!left.ContainsKey(item) || left[item] < count)
            throw new OutOfStock(item); // RAISES
        return left[item] -= count;
    }
}

static class Program
{
    static int Ship(Stock stock, string[] items)
    {
        return items.Select(i => stock.Take(i, 2)).Sum();
    }

    static void Main()
    {
        Console.WriteLine("shipping");
        Ship(new Stock(), new[] { "bolt", "nut" });
    }
}
