using System;

static class Program
{
    static void Fetch(int n) { if (n == 1) throw new TimeoutException("no answer"); }

    static void Main()
    {
        for (int n = 0; n < 24; n++)
        {
            string e = null;
            try { Fetch(n); }
            catch (TimeoutException x) { e = x.ToString().Replace("\r", "").Replace("\n", "\\n"); }
            Console.WriteLine("{\"Seq\":" + n + ",\"Level\":\"" + (e == null ? "Information" : "Warning") + "\",\"Exception\":" + (e == null ? "null" : "\"" + e + "\"") + "}");
        }
    }
}
