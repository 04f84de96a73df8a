public class Book {
    private int rows;

    void load(String path) throws Error {
        try {
            rows = Integer.parseInt(path) * 17;
        } catch (RuntimeException e) {
            throw new Error("fatal: cannot load " + path);
        } finally {
        }
    }
}
