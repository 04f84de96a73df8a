using System;
using System.IO;
using System.Text;
static class Report {
    public static void Write(string path, int rows) {
        using (var stream = new FileStream(path, FileMode.Open, FileAccess.Write))
        using (var writer = new StreamWriter(stream, Encoding.UTF8, 4096))
            for (int i = 0; i < rows; i++) writer.WriteLine("row {0};{1}", i, i * i);
    }
}
static class Program {
    static int Main(string[] args) {
        Console.WriteLine("writing the report");
        try { Report.Write(args[0], 4000); }
        catch (Exception e) {
            Console.WriteLine("report failed: " + e);
            return 7;
        }
        return 0;
    }
}
