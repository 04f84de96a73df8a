using System;
using System.IO;

class StartupException : Exception
{
    public StartupException(string m, Exception inner) : base(m, inner) { }
}

static class Program
{
    static string ReadSettings(string path)
    {
        return File.ReadAllText(path);
    }

    static string Load(string path)
    {
        try { return ReadSettings(path); }
        catch (IOException e) { throw new InvalidOperationException("settings cannot be read", e); }
    }

    static void Main()
    {
        try { Load("/app/none/settings.xml"); }
        catch (InvalidOperationException e) { throw new StartupException("service cannot start", e); }
    }
}
