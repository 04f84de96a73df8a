using System;
using System.Text.RegularExpressions;

/// Sorts the mails of the night: who told of what.
public static class Bounces
{
    static readonly string[] mails = {
        "From: cron@web-1\nSubject: Cron <www> /usr/local/bin/thumbs\n\nUnhandled Exception:\nSystem.NullReferenceException: Object reference not set to an instance of an object\n  at Thumbs.Main (System.String[] args) [0x00042] in <4d2f7c>:0\n[ERROR] FATAL UNHANDLED EXCEPTION: System.NullReferenceException",
        "From: MAILER-DAEMON\nSubject: Undelivered Mail\n\n550 5.1.1 <old@example.org>: user unknown; fatal error",
        "From: backup@db-2\nSubject: backup ok\n\n0 errors",
    };

    public static void Main()
    {
        int sorted = 0;
        foreach (string mail in mails) {
            string from = Regex.Match(mail, "From: (.*)").Groups[1].Value;
            Console.WriteLine("--- mail {0} from {1}, filed under {2}", ++sorted, from, from.StartsWith("cron") ? "developers" : "operations");
            foreach (string line in mail.Split('\n')) Console.WriteLine("> " + line);
        }
        Console.WriteLine("--- {0} mails filed", sorted);
    }
}
