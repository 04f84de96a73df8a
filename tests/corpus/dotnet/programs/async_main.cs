using System;
using System.Net.Sockets;
using System.Threading.Tasks;
static class Program {
    static async Task<TcpClient> Connect(string host, int port) {
        var client = new TcpClient();
        Console.WriteLine("connecting to {0}:{1}", host, port);
        await client.ConnectAsync(host, port);
        return client;
    }
    static async Task Push(int shard) {
        using (var client = await Connect("127.0.0.1", 9)) client.GetStream().WriteByte((byte)shard);
    }
    static async Task<int> Run() {
        for (int shard = 0; shard < 3; shard++) await Push(shard);
        return 0;
    }
    static int Main() { return Run().GetAwaiter().GetResult(); }
}
