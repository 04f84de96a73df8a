using System;
using System.Xml;
using System.Xml.Schema;
using System.IO;

/// Checks the orders of partners against the schema; those that do not hold are sent back.
public static class Partners
{
    const string Schema = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='order'><xs:complexType><xs:sequence>" +
        "<xs:element name='item' type='xs:string'/><xs:element name='count' type='xs:positiveInteger'/></xs:sequence></xs:complexType></xs:element></xs:schema>";

    static readonly string[] orders = {
        "<order><item>wine</item><count>3</count></order>",
        "<order><item>beer</item><count>-1</count></order>",
        "<order><item>cider</item></order>",
        "<order><item>water</item><count>2</count>",
    };

    public static void Main()
    {
        int held = 0, back = 0;
        foreach (string order in orders) {
            var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
            settings.Schemas.Add(null, XmlReader.Create(new StringReader(Schema)));
            try {
                using (var reader = XmlReader.Create(new StringReader(order), settings)) while (reader.Read()) { }
                held++;
            } catch (XmlSchemaException e) {
                back++;
                Console.WriteLine("{{\"level\":\"error\",\"order\":{0},\"action\":\"sent back\",\"exception\":\"{1}\",\"line\":{2}}}", held + back, e.Message.Replace("\"", "'"), e.LineNumber);
            } catch (XmlException e) {
                back++;
                Console.WriteLine("{{\"level\":\"error\",\"order\":{0},\"action\":\"sent back\",\"exception\":\"{1}\",\"stack\":\"{2}\"}}", held + back, e.Message, e.StackTrace.Trim().Replace("\n", "\\n"));
            }
        }
        Console.WriteLine("{{\"level\":\"info\",\"held\":{0},\"sent_back\":{1},\"exception\":null,\"errors\":0}}", held, back);
    }
}
