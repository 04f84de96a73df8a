using System;
using System.Net;
using System.Threading.Tasks;

// A small service of thumbnails; it answers errors and writes its own access log until it is told to end.
static class Serve
{
    static int Answer(string path)
    {
        if (path.Contains("broken"))
            throw new InvalidOperationException("image header is damaged: " + path);
        return path.Contains("gone") ? 404 : 200;
    }

    static void Main()
    {
        var listener = new HttpListener();
        listener.Prefixes.Add("http://127.0.0.1:47119/");
        listener.Start();
        var client = Task.Run(() =>
        {
            foreach (string path in new[] { "a.png", "gone.png", "broken.png", "b.png", "end" })
                try
                {
                    var request = (HttpWebRequest)WebRequest.Create("http://127.0.0.1:47119/" + path);
                    request.Proxy = null;
                    request.GetResponse().Close();
                }
                catch (WebException e)
                {
                    Console.WriteLine("client: " + e.Message);
                }
        });
        for (bool on = true; on;)
        {
            HttpListenerContext context = listener.GetContext();
            string path = context.Request.Url.AbsolutePath;
            int code;
            try
            {
                code = Answer(path);
            }
            catch (InvalidOperationException e)
            {
                code = 500;
                Console.WriteLine("fail: Serve[13] request " + path + " failed\n      " + e.ToString().Replace("\n", "\n      "));
            }
            context.Response.StatusCode = code;
            context.Response.Close();
            Console.WriteLine("access: GET {0} {1}", path, code);
            on = path != "/end";
        }
        client.Wait();
        listener.Stop();
        Console.WriteLine("serve: ended as asked, 1 of 5 requests failed");
    }
}
