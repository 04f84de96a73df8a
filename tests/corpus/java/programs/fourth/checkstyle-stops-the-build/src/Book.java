public class Book {
    private int rows;

    void load(String path) {
        try {
            rows = Integer.parseInt(path);
        } catch (NumberFormatException e) {
            rows = 0;
        } finally {
        }
    }
}
