using System;
using System.Threading;
using Mono.Data.Sqlite;

/// Books entries while another job still holds the database.
public static class Ledger
{
    static void Execute(SqliteConnection connection, string sql)
    {
        using (var command = new SqliteCommand(sql, connection)) command.ExecuteNonQuery();
    }

    public static void Main()
    {
        System.IO.File.Delete("/tmp/ledger.db");
        var other = new SqliteConnection("Data Source=/tmp/ledger.db");
        var mine = new SqliteConnection("Data Source=/tmp/ledger.db;Default Timeout=1");
        other.Open();
        mine.Open();
        try {
            Execute(mine, "DELETE FROM entries WHERE failed = 1");
        } catch (SqliteException e) {
            Console.Error.WriteLine("ledger: {0} - first run, the table is made", e.Message.Trim().Replace("\r\n", ": "));
            Execute(mine, "CREATE TABLE entries (id INTEGER, failed INTEGER, error TEXT)");
        }
        Execute(other, "BEGIN EXCLUSIVE");
        for (int attempt = 1; ; attempt++) {
            try {
                Execute(mine, "INSERT INTO entries VALUES (1, 0, NULL)");
                Console.WriteLine("ledger: entry booked at attempt {0}", attempt);
                break;
            } catch (SqliteException e) {
                Console.Error.WriteLine("ledger: attempt {0}: {1}", attempt, e);
                if (attempt == 2) Execute(other, "COMMIT");
                Thread.Sleep(50);
            }
        }
        mine.Close();
        other.Close();
    }
}
