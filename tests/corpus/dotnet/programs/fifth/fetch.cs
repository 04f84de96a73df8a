using System;
using System.IO;
using System.Net;

// Fetches the rates of the day from a service of this host.
static class Fetch
{
    static string Get(string url)
    {
        var request = (HttpWebRequest)WebRequest.Create(url);
        request.Timeout = 2000;
        request.Proxy = null;
        using (WebResponse response = request.GetResponse()) // RAISES
        using (var reader = new StreamReader(response.GetResponseStream()))
            return reader.ReadToEnd();
    }

    static int Main(string[] arguments)
    {
        try
        {
            Console.WriteLine(Get("http://127.0.0.1:9/rates/2026-11-27").Length + " bytes");
            return 0;
        }
        catch (WebException e)
        {
            Console.Error.WriteLine("{0:yyyy-MM-dd HH:mm:ss} | ERROR | Fetch | rates of 2026-11-27 not fetched | {1}", DateTime.UtcNow, e);
            Console.Error.WriteLine("{0:yyyy-MM-dd HH:mm:ss} | INFO  | Fetch | the rates of yesterday must not be used, leaving with 69", DateTime.UtcNow);
            return 69;
        }
    }
}
