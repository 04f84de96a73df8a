using System;
using System.IO;
using System.Threading.Tasks;
class ChecksumException : Exception { public ChecksumException(string text) : base(text) {} }
static class Program {
    static void Verify(int part) {
        if (part == 1) throw new ChecksumException("part 1: want [a1:ff], got [a1:fe]");
        if (part == 3) throw new InvalidDataException("part 3 is empty");
    }
    static void VerifyAll() {
        var tasks = new Task[5];
        for (int i = 0; i < 5; i++) { int part = i; tasks[i] = Task.Run(() => Verify(part)); }
        Task.WaitAll(tasks);
    }
    static void Main() {
        Console.WriteLine("verifying 5 parts");
        VerifyAll();
        Console.WriteLine("verified");
    }
}
