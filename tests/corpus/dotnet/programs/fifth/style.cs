using System;
using System.IO;
using System.Xml;
using System.Xml.Xsl;

// Makes a report of the night with a style sheet.
static class Style
{
    const string Sheet = "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>\n"
        + "<xsl:template match='/'>\n<p><xsl:value-of select='sum(//cents'/></p>\n</xsl:template>\n</xsl:stylesheet>";

    static int Main()
    {
        var transform = new XslCompiledTransform();
        try
        {
            transform.Load(XmlReader.Create(new StringReader(Sheet)));
        }
        finally
        {
            Console.WriteLine("style: sheet of {0} characters", Sheet.Length);
        }
        return 0;
    }
}
