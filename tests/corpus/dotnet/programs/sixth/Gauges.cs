using System;
using System.Reactive.Linq;

/// Reads gauges as streams; a stream that fails is repeated, then replaced by the last values.
public static class Gauges
{
    static IObservable<double> Read(string name)
    {
        int tries = 0;
        return Observable.Defer(() => Observable.Create<double>(observer => {
            tries++;
            Console.WriteLine("gauge {0}: try {1}", name, tries);
            observer.OnNext(20 + tries);
            if (name == "tank" && tries < 3) observer.OnError(new TimeoutException("gauge tank: no frame within 500 ms"));
            else if (name == "pump") observer.OnError(new FormatException("gauge pump: frame is not numeric: 'ERR'"));
            else observer.OnCompleted();
            return () => { };
        }));
    }

    public static void Main()
    {
        foreach (string name in new[] { "roof", "tank", "pump" }) {
            Read(name).Do(_ => { }, e => Console.Error.WriteLine("ERROR {0}", e)).Retry(3)
                .Catch((FormatException e) => { Console.WriteLine("gauge {0}: given up ({1}), last good value", name, e.GetType().Name); return Observable.Return(19.5); })
                .LastAsync().Subscribe(value => Console.WriteLine("gauge {0} = {1:F1}", name, value));
        }
        Console.WriteLine("3 gauges stored");
    }
}
