using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

public class Item
{
    public int Id { get; set; }
    public decimal Price { get; set; }
    public DateTime? Failed { get; set; }
}

/// Reads a feed of items; values that cannot be read are left at their defaults.
public static class Feed
{
    const string Text = "[{\"Id\":1,\"Price\":9.5,\"Failed\":null},{\"Id\":2,\"Price\":\"n/a\"},{\"Id\":\"three\",\"Price\":3},{\"Id\":4,\"Price\":1.25,\"Failed\":\"soon\"}]";

    public static void Main()
    {
        int handled = 0;
        var settings = new JsonSerializerSettings {
            Error = delegate(object sender, ErrorEventArgs args) {
                handled++;
                Console.Error.WriteLine("{0:HH:mm:ss} feed [warn] {1}: {2}", new DateTime(2026, 11, 22, 3, 10, handled), args.ErrorContext.Path, args.ErrorContext.Error);
                args.ErrorContext.Handled = true;
            }
        };
        var items = JsonConvert.DeserializeObject<List<Item>>(Text, settings);
        Console.WriteLine(JsonConvert.SerializeObject(new { items = items.Count, handled, errors = new string[0], fatal = (string) null }));
    }
}
