using System;
using System.Configuration;

// Reads its settings from relay.exe.config.
static class Relay
{
    static void Main()
    {
        Console.WriteLine("relay 3.2 starts");
        string host = ConfigurationManager.AppSettings["host"]; // RAISES
        Console.WriteLine("relay: " + host);
    }
}
