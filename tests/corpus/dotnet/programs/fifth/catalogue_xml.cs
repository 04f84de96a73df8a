using System;
using System.IO;
using System.Xml.Serialization;

public class Part
{
    [XmlAttribute] public string Id;
    public int Count;
    public DateTime Since;
}

public class Catalogue
{
    [XmlElement("Part")] public Part[] Parts;
}

static class Import
{
    static Catalogue Read(string text)
    {
        var serializer = new XmlSerializer(typeof(Catalogue));
        return (Catalogue)serializer.Deserialize(new StringReader(text)); // RAISES
    }

    static int Main()
    {
        string head = "<Catalogue>\n <Part Id='b'><Count>12</Count><Since>2026-11-01</Since></Part>\n";
        string[] files = { head + "</Catalogue>", head + " <Part Id='n'><Count>12 pcs</Count><Since>2026-11-02</Since></Part>\n</Catalogue>" };
        foreach (string file in files)
            Console.WriteLine("catalogue: {0} parts", Read(file).Parts.Length);
        Console.WriteLine("catalogue: done");
        return 0;
    }
}
