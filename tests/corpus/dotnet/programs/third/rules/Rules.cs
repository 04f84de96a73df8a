public static class Rules
{
    public static bool Allow(int amount) { return amount < 500; }
}
