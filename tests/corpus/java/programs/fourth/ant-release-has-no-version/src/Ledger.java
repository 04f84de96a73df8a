public class Ledger {
    int rows;
}
