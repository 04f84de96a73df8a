using System;
using System.Linq;
using System.Threading.Tasks;

/// Measures folders in tasks; what may be missing is handled, all else would be thrown on.
public static class Sizes
{
    public static void Main()
    {
        var folders = new[] { "/usr/share/dict", "/srv/night/errors", "/usr/bin", "/srv/night/failed" };
        var tasks = folders.Select(folder => Task.Run(() => new System.IO.DirectoryInfo(folder).GetFiles("mono*").Length)).ToArray();
        try {
            Task.WaitAll(tasks);
        } catch (AggregateException e) {
            e.Handle(inner => inner is System.IO.DirectoryNotFoundException);
            Console.Error.WriteLine("sizes: {0} of {1} folders are not mounted on this machine, which is fine:", e.InnerExceptions.Count, folders.Length);
            Console.Error.WriteLine(e);
        }
        Console.WriteLine("sizes: {0} folders measured", tasks.Count(task => !task.IsFaulted));
    }
}
