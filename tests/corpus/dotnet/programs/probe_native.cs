using System;
using System.Runtime.InteropServices;
static class Program {
    [DllImport("quantum_missing")] static extern int quantum_version();
    static bool HasQuantum() { try { return quantum_version() > 0; } catch (DllNotFoundException) { return false; } }
    static void Main() {
        Console.WriteLine("quantum: {0}, plain way", HasQuantum() ? "yes" : "no");
        for (int i = 0; i < 22; i++) Console.WriteLine("tile {0} rendered", i);
    }
}
