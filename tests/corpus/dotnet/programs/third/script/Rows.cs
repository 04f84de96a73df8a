public class Rows
{
    public string Name { get; private set; }
    public int Count { get { return 3; } }
    private int unused;

    public Rows(string name)
    {
        Name = name;
    }
}
