using System;
using System.Reflection;

public class Plugin : MarshalByRefObject
{
    public string Run(string name)
    {
        if (name == "thumbnails") throw new OutOfMemoryException("bitmap of 40000 x 40000 pixels");
        if (name == "spelling") throw new System.IO.FileNotFoundException("dictionary de_AT.dic is not installed", "de_AT.dic");
        return name + " went over 42 pages";
    }
}

/// Runs every plug-in in a domain of its own.
public static class Host
{
    public static void Main()
    {
        int good = 0, left = 0;
        foreach (string name in new[] { "links", "thumbnails", "spelling", "titles" }) {
            var domain = AppDomain.CreateDomain(name);
            try {
                var plugin = (Plugin) domain.CreateInstanceAndUnwrap(typeof(Plugin).Assembly.FullName, typeof(Plugin).FullName);
                Console.WriteLine(plugin.Run(name));
                good++;
            } catch (Exception e) {
                Console.Error.WriteLine("host: plug-in {0} is unloaded, it threw\n{1}", name, e);
                left++;
            } finally {
                AppDomain.Unload(domain);
            }
        }
        Console.WriteLine("host: site is published, {0} plug-ins ran, {1} optional ones were left out", good, left);
    }
}
