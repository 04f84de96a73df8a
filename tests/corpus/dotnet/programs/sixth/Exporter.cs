using System;
using System.ComponentModel.Composition;
using System.ComponentModel.Composition.Hosting;

public interface IWriter { string Name { get; } }

[Export(typeof(IWriter))]
public class PdfWriter : IWriter
{
    [ImportingConstructor]
    public PdfWriter([Import("fonts.folder")] string fonts) { }
    public string Name { get { return "pdf"; } }
}

[Export("plain", typeof(IWriter))]
public class PlainWriter : IWriter
{
    public string Name { get { return "plain text"; } }
}

/// Takes the writer that can be put together.
public static class Exporter
{
    public static void Main()
    {
        var container = new CompositionContainer(new AssemblyCatalog(typeof(Exporter).Assembly));
        IWriter writer;
        try {
            writer = container.GetExportedValue<IWriter>();
        } catch (ImportCardinalityMismatchException e) {
            Console.Error.WriteLine("exporter: W0012 no pdf writer: " + e);
            writer = container.GetExportedValue<IWriter>("plain");
        }
        Console.WriteLine("exporter: I0001 4 reports written as {0}, exceptions=1 unhandled=0", writer.Name);
    }
}
