using System;
using System.Collections.Generic;

namespace Acme.Feed
{
    public class FatalError
    {
        int errorCode;

        [Obsolete("errors are counted by the sink")]
        public static int Errors(List<string> rows)
        {
            int unusedError = 1;
            return 0;
        }
    }

    public static class Importer
    {
        public static void Main()
        {
            try
            {
                Console.WriteLine("errors: " + FatalError.Errors(new List<string> { "1", "2" }));
            }
            catch (Exception e)
            {
                return;
            }
        }
    }
}
