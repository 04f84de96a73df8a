public class Broken {
    public static void main(String[] args) {
        Object[] pages = {"index", 7};
        for (Object page : pages) {
            System.out.println("page " + (String) page);
        }
    }
}
