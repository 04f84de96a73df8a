using System;
static class Program {
    static void Main() {
        Console.WriteLine("<Event xmlns='urn:night'><Level>Warning</Level><ExceptionType>none</ExceptionType><StackTrace /></Event>");
        for (int i = 0; i < 20; i++) Console.WriteLine("<Event xmlns='urn:night'><Level>Information</Level><Message>batch {0} done, 0 exceptions</Message></Event>", i);
    }
}
