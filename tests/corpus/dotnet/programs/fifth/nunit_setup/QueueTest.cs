using System;
using System.Collections.Generic;
using NUnit.Framework;

[TestFixture]
public class QueueTest
{
    Queue<string> queue;

    [SetUp]
    public void Fill()
    {
        queue = new Queue<string>(new[] { "a", "b" });
    }

    [Test]
    public void TakesInOrder()
    {
        Assert.AreEqual("a", queue.Dequeue());
        Assert.AreEqual("b", queue.Dequeue());
    }

    [Test]
    public void TakesAsManyAsThereAre()
    {
        for (int i = 0; i < 3; ++i)
            Assert.IsNotNull(queue.Dequeue());
    }

    [Test, ExpectedException(typeof(ArgumentNullException))]
    public void RefusesNothing()
    {
        new Queue<string>(null);
    }
}
