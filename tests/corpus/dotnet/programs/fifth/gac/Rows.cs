public class Rows
{
    public int Count;
}
