static class Night
{
    static int Main()
    {
        return Rows.Count(new[] { "a", "b" });
    }
}
