using System;
using System.Runtime.InteropServices;

public static class Codec
{
    [DllImport("tidecodec")]
    static extern int codec_open(string name);

    static int Open(string name)
    {
        try
        {
            return codec_open(name);
        }
        finally
        {
            Console.WriteLine("codec: tables freed");
        }
    }

    public static void Main()
    {
        AppDomain.CurrentDomain.ProcessExit += (s, e) => Console.WriteLine("codec: 0 streams were closed");
        Console.WriteLine("codec: opening");
        Console.WriteLine("codec: stream {0}", Open("nightly"));
    }
}
