using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;

// Receives readings at a port; started by a scheduler that has started it already.
static class Porter
{
    static void Serve(string name, int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start(); // RAISES
        Console.WriteLine("{0}: listens", name);
    }

    static void Main()
    {
        AppDomain.CurrentDomain.ProcessExit += (s, e) => Console.WriteLine("porter: exit, 0 readings");
        Serve("first", 47113);
        Serve("second", 47113);
        Thread.Sleep(1000);
    }
}
