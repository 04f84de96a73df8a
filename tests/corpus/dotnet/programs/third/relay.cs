using System;
using System.Collections.Generic;
using System.IO;

public static class Relay
{
    public static int Main()
    {
        File.WriteAllText("relay.ini", "; relay\nqueue = amqp://mq\nretries = many\nerror_queue = dead\n");
        Console.WriteLine("relay 4.2 on Mono");
        var settings = new Dictionary<string, string>();
        int n = 0;
        foreach (string line in File.ReadAllLines("relay.ini"))
        {
            n++;
            if (line.StartsWith(";"))
                continue;
            string[] pair = line.Split('=');
            settings[pair[0].Trim()] = pair[1].Trim();
            int retries;
            if (pair[0].Trim() == "retries" && !int.TryParse(pair[1], out retries))
            {
                Console.Error.WriteLine("relay.ini:{0}: error: 'retries' must be a number, not '{1}'", n, pair[1].Trim());
                Console.Error.WriteLine("relay: not started, 0 messages moved");
                return 78;
            }
        }
        Console.WriteLine("relay: up");
        return 0;
    }
}
