using System;
using System.Collections.Generic;
using System.Diagnostics;

public class LedgerException : Exception
{
    public LedgerException(string message, Exception inner) : base(message, inner) { }
}

public static class Billing
{
    static int line = 0;

    static void Log(string level, string text)
    {
        Console.WriteLine("2026-11-22 04:10:{0:00},{1:000} [1] {2,-5} Billing - {3}", line / 4, ++line * 37 % 1000, level, text);
    }

    static int Cents(string text)
    {
        string[] parts = text.Split(',');
        return int.Parse(parts[0]) * 100 + int.Parse(parts[1]);
    }

    static int Bill(int number, string text)
    {
        try
        {
            return Cents(text);
        }
        catch (FormatException e)
        {
            throw new LedgerException("invoice " + number + " has no amount", e);
        }
    }

    public static void Main(string[] args)
    {
        bool goOn = args.Length > 0;
        var amounts = new List<string> { "19,90", "5,00", "12.5,0", "7,25" };
        for (int i = 0; i < 20; i++)
            amounts.Add(i + ",00");
        int skipped = 0;
        for (int i = 0; i < amounts.Count; i++)
        {
            try
            {
                Log("INFO", "invoice " + (1000 + i) + ": " + Bill(1000 + i, amounts[i]) + " cents");
            }
            catch (LedgerException e)
            {
                Log(goOn ? "WARN" : "FATAL", (goOn ? "invoice is left for the clerk: " : "billing is stopped: ") + e);
                skipped++;
                if (!goOn)
                {
                    Log("INFO", "unlocking the ledger");
                    Log("INFO", "2 invoices written, 22 left");
                    Environment.Exit(3);
                }
            }
        }
        Log("INFO", "billing is done, " + skipped + " left for the clerk");
    }
}
