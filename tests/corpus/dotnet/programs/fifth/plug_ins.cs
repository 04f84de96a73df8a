using System;
using System.IO;
using System.Reflection;

// Loads the plug-ins that are listed; those that are not installed are left out.
static class PlugIns
{
    static int Main()
    {
        int loaded = 0;
        File.WriteAllText("/tmp/Broken.dll", "not a library");
        foreach (string name in new[] { "System.Xml.Linq, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089", "Night.Charts", "/tmp/Broken.dll" })
        {
            try
            {
                Assembly plugIn = name[0] == '/' ? Assembly.LoadFile(name) : Assembly.Load(name);
                Console.WriteLine("plug-in " + plugIn.GetName().Name + " loaded");
                ++loaded;
            }
            catch (Exception e) when (e is FileNotFoundException || e is BadImageFormatException)
            {
                Console.Error.WriteLine("plug-in left out: " + e);
            }
        }
        Console.WriteLine("{0} of 3 plug-ins, pages drawn without charts", loaded);
        return 0;
    }
}
