using System;
using System.Linq;

static class Program
{
    static void Main()
    {
        foreach (var t in typeof(object).Assembly.GetTypes().Where(t => typeof(Exception).IsAssignableFrom(t) && t.IsPublic).OrderBy(t => t.FullName).Take(60))
            Console.WriteLine(t.FullName + ": " + t.BaseType);
    }
}
