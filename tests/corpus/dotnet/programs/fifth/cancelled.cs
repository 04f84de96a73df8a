using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

// Asks several mirrors at once and takes the first answer; the others are cancelled.
static class Mirrors
{
    static async Task<string> Ask(string name, int delay, CancellationToken stop)
    {
        await Task.Delay(delay, stop);
        if (name == "west")
            throw new TimeoutException("mirror west did not answer in " + delay + " ms");
        return name;
    }

    static int Main()
    {
        var stop = new CancellationTokenSource();
        var asked = new List<Task<string>> { Ask("west", 50, stop.Token), Ask("east", 300, stop.Token), Ask("north", 5000, stop.Token) };
        var waiting = new List<Task<string>>(asked);
        while (waiting.Count > 0)
        {
            var done = waiting[Task.WaitAny(waiting.ToArray())];
            waiting.Remove(done);
            if (done.Status == TaskStatus.RanToCompletion)
            {
                Console.WriteLine("mirrors: {0} is taken", done.Result);
                stop.Cancel();
                break;
            }
        }
        try
        {
            Task.WaitAll(asked.ToArray());
        }
        catch (AggregateException all)
        {
            all.Handle(e =>
            {
                Console.WriteLine("mirrors: passed over: " + e);
                return e is TimeoutException || e is OperationCanceledException;
            });
        }
        Console.WriteLine("mirrors: list written");
        return 0;
    }
}
