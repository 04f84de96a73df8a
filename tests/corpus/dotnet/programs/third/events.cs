using System;

public static class Events
{
    public static void Main()
    {
        for (int i = 1; i <= 24; i++)
        {
            string error = "null";
            if (i == 3)
                try { object o = "x"; Console.Write((int)o); } catch (InvalidCastException e) { error = "\"" + e.ToString().Replace("\n", "\\n") + "\""; }
            Console.WriteLine("{{\"seq\":{0},\"level\":\"{1}\",\"exception\":{2},\"message\":\"{3}\"}}", i, i == 3 ? "Warning" : "Information", error, i == 3 ? "row is text, converting" : "row stored");
        }
        Console.WriteLine("{\"seq\":25,\"level\":\"Information\",\"exception\":null,\"message\":\"24 rows, 0 lost\"}");
    }
}
