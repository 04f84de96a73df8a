using System;
using NUnit.Framework;

[TestFixture]
public class LedgerTest
{
    static long Net(long gross, long percent)
    {
        return gross * 100 / (100 + percent);
    }

    [Test]
    public void Nineteen()
    {
        Assert.AreEqual(10000, Net(11900, 19));
    }

    [Test]
    public void SevenIsRounded()
    {
        Console.WriteLine("net of 999");
        Assert.AreEqual(934, Net(999, 7), "999 cents");
    }

    [Test, ExpectedException(typeof(DivideByZeroException))]
    public void MinusHundredIsRefused()
    {
        Net(1, -100);
    }
}
