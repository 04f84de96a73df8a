using System;
using Mono.Data.Sqlite;

public static class Store
{
    static void Run(SqliteConnection db, string sql)
    {
        using (var command = db.CreateCommand())
        {
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
        Console.WriteLine("ok: " + sql);
    }

    public static void Main()
    {
        using (var db = new SqliteConnection("Data Source=:memory:"))
        {
            db.Open();
            Run(db, "create table part (id integer primary key, name text not null)");
            Run(db, "insert into part values (1, 'bolt')");
            Run(db, "insert into part values (2, 'nut')");
            Run(db, "insert into part values (2, 'washer')");
        }
    }
}
