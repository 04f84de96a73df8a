using System;
using System.Collections.Generic;

namespace Acme.Feed
{
    public static class Importer
    {
        static int Total(List<string> rows)
        {
            int sum = 0;
            foreach (var row in rows)
                sum += row;
            return sum;
        }

        public static void Main()
        {
            Console.WriteLine(Total(new List<string> { "1", "2" }));
        }
    }
}
