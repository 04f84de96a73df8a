var prices = new Dictionary<string, decimal> { { "wine", 12.5m }, { "beer", 1.9m } };
prices["cider"]
int.Parse("12,50 EUR")
prices.Sum(p => p.Value)
prices.Sume(p => p.Value)
((string) null).Length
prices.Count
quit
