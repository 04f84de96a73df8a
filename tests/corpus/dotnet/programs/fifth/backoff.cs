using System;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

// Waits until a service that starts slowly listens, then sends its rows.
static class Backoff
{
    static int Main()
    {
        Trace.Listeners.Clear();
        Trace.Listeners.Add(new TextWriterTraceListener(Console.Error));
        var late = Task.Run(() =>
        {
            Thread.Sleep(700);
            var listener = new TcpListener(IPAddress.Loopback, 47115);
            listener.Start();
            listener.AcceptTcpClient().Close();
        });
        for (int wait = 100; ; wait *= 2)
        {
            try
            {
                using (var client = new TcpClient("127.0.0.1", 47115))
                    Trace.TraceInformation("connected, 300 rows sent");
                return 0;
            }
            catch (SocketException e)
            {
                if (wait > 3000)
                    throw;
                Trace.TraceError("service is not there yet, again in {0} ms\n{1}", wait, e);
                Thread.Sleep(wait);
            }
        }
    }
}
