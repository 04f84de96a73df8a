using System;
using NUnit.Framework;

[TestFixture]
public class ParserTest
{
    [Test, ExpectedException(typeof(FormatException))]
    public void ErrorIsThrown()
    {
        int.Parse("7x");
    }

    [Test]
    public void FatalErrorIsPrinted()
    {
        try
        {
            throw new InvalidOperationException("fatal: disk full");
        }
        catch (InvalidOperationException e)
        {
            Console.Error.WriteLine("Unhandled? no, expected: " + e);
        }
    }

    [Test]
    public void ManyRows()
    {
        for (int i = 1; i <= 20; i++)
            Console.WriteLine("row {0}: 0 errors", i);
    }

    [Test, Ignore("error 17 is open")]
    public void Failing()
    {
        Assert.Fail();
    }
}
