using System;
using System.Runtime.InteropServices;
static class Codec {
    [DllImport("libquantumcodec.so.2")] static extern int codec_version();
    public static int Version() { return codec_version(); }
}
static class Program {
    static void Main() {
        Console.WriteLine("codec probe");
        Console.WriteLine("version {0}", Codec.Version());
    }
}
