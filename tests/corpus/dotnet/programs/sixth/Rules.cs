using System;
using System.Collections;
using System.IO;

public class rules
{
    public int Errors;
    public static void Load(string path)
    {
        try {
            new StreamReader(path).ReadToEnd();
        } catch (Exception) {
            throw new ApplicationException("failed");
        }
    }
    public static void Main()
    {
        ArrayList list = new ArrayList();
        list.Add("a");
        Console.WriteLine(list.Count);
    }
}
