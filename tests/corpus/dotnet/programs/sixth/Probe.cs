using System;
using System.Net;
using System.Threading;

/// Asks a service for its health until it is well twice.
public static class Probe
{
    static int asked;

    static void Serve(HttpListener listener)
    {
        try {
            while (true) {
                var context = listener.GetContext();
                asked++;
                context.Response.StatusCode = asked < 3 ? 503 : 200;
                context.Response.Close();
            }
        } catch (Exception) {
            return;
        }
    }

    public static int Main()
    {
        var listener = new HttpListener();
        listener.Prefixes.Add("http://127.0.0.1:18864/");
        int well = 0;
        for (int check = 1; check <= 9 && well < 2; check++) {
            if (check == 3) { listener.Start(); new Thread(() => Serve(listener)) { IsBackground = true }.Start(); }
            try {
                var request = (HttpWebRequest) WebRequest.Create("http://127.0.0.1:18864/health");
                request.Timeout = 1000;
                using (var answer = (HttpWebResponse) request.GetResponse()) Console.WriteLine("level=info check={0} status={1} error=", check, (int) answer.StatusCode);
                well++;
            } catch (WebException e) {
                well = 0;
                Console.WriteLine("level=error check={0} status={1} error=\"{2}\"", check, e.Status, e.Message);
                if (check == 1) Console.WriteLine(e);
            }
            Thread.Sleep(60);
        }
        listener.Stop();
        Console.WriteLine("level=info msg=\"service is healthy\" failures=0");
        return well == 2 ? 0 : 1;
    }
}
