using System;
static class Program {
    static int Parse(string text) { try { return int.Parse(text); } catch (FormatException e) { Console.WriteLine("note: {0}: {1} Cell is left empty.", e.GetType(), e.Message); return -1; } }
    static void Main() {
        foreach (var text in "1 2 x 4 y 6".Split(' ')) Console.WriteLine("cell {0}", Parse(text));
        for (int i = 0; i < 22; i++) Console.WriteLine("sheet {0} stored", i);
    }
}
