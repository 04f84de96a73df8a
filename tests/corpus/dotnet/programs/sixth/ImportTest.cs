using System;
using System.Collections.Generic;
using NUnit.Framework;

[TestFixture]
public class ImportTest
{
    static int Parse(string text)
    {
        try {
            return int.Parse(text);
        } catch (FormatException e) {
            Console.Error.WriteLine("import: row dropped: " + e);
            throw new KeyNotFoundException("no number in '" + text + "'", e);
        }
    }

    [Test] public void ReadsNumbers() { Assert.AreEqual(42, Parse("42")); }
    [TestCase("x", ExpectedException = typeof(KeyNotFoundException))]
    [TestCase("", ExpectedException = typeof(KeyNotFoundException))]
    public void RefusesTexts(string text) { Parse(text); }
    [Test] public void OverflowIsThrown() { Assert.Throws<OverflowException>(() => Parse("99999999999")); }
    [Test] public void FailureOfTheDisk() { Assert.Inconclusive("no full disk on this machine: System.IO.IOException: Disk full"); }
    [Test, Ignore("FATAL on 32 bits")] public void HugeFiles() { Assert.Fail("never run"); }
    [Test, Explicit("crashes the printer")] public void Prints() { Environment.FailFast("printer"); }
}
