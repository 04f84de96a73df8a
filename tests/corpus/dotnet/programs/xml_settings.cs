using System;
using System.IO;
using System.Xml.Serialization;
public class Settings { public int Workers; public string Queue; }
static class Program {
    static Settings Parse(string text) {
        return (Settings)new XmlSerializer(typeof(Settings)).Deserialize(new StringReader(text));
    }
    static void Main() {
        Console.WriteLine("lade Einstellungen für „nächtlich“");
        var settings = Parse("<Settings>\n  <Queue>night</Queue>\n  <Workers>viele</Workers>\n</Settings>");
        Console.WriteLine(settings.Workers);
    }
}
