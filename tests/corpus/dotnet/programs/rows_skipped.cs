using System;
static class Program {
    static void Main() {
        int skipped = 0;
        for (int i = 0; i < 30; i++) {
            try { if (i % 7 == 3) throw new OverflowException("row " + i + ": Value was either too large or too small for an Int16."); Console.WriteLine("row {0} ok", i); }
            catch (OverflowException e) { skipped++; Console.Error.WriteLine("[W] {0} ({1})", e.Message, e.GetType().FullName); }
        }
        Console.WriteLine("26 rows imported, {0} skipped, 0 errors", skipped);
    }
}
