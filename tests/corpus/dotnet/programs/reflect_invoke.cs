using System;
using System.Reflection;
public class Plugin {
    public void Run(string queue) { throw new InvalidOperationException("queue '" + queue + "' [night]: is paused\nsince 03:10"); }
}
static class Program {
    static void Invoke(string type, string method, string argument) {
        var t = Type.GetType(type);
        t.InvokeMember(method, BindingFlags.InvokeMethod | BindingFlags.Public | BindingFlags.Instance, null, Activator.CreateInstance(t), new object[] { argument });
    }
    static void Main() {
        Console.WriteLine("starting plug-in");
        Invoke("Plugin", "Run", "größe");
    }
}
