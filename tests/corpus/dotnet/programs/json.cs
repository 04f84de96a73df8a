using System;

static class Program
{
    static void Main()
    {
        for (int i = 0; i < 20; i++)
            Console.WriteLine("{\"seq\":" + i + ",\"Level\":\"Information\",\"Exception\":null,\"ErrorCount\":0}");
        Console.WriteLine("info: Unhandled Exception handler installed");
    }
}
