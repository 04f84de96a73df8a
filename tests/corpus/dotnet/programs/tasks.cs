using System;
using System.Threading.Tasks;

static class Program
{
    static async Task<int> Fetch(int shard)
    {
        await Task.Delay(10);
        if (shard == 2)
            throw new TimeoutException("shard " + shard + " did not answer");
        return shard;
    }

    static async Task<int> Collect()
    {
        int sum = 0;
        for (int i = 0; i < 4; i++)
            sum += await Fetch(i);
        return sum;
    }

    static void Main()
    {
        Console.WriteLine(Collect().Result);
    }
}
