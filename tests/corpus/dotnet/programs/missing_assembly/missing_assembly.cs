using System;
static class Program {
    static void Bill(string[] items) {
        decimal sum = 0;
        foreach (var item in items) sum += Pricing.Of(item);
        Console.WriteLine("sum {0}", sum);
    }
    static int Main() {
        Console.WriteLine("billing starts");
        Bill(new[] { "nut", "bolt" });
        return 0;
    }
}
