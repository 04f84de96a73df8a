public class Exporter {
    public static void main(String[] args) {
        Rows rows = Rows.open("customers");
        System.out.println(rows.count() + " rows");
    }
}
