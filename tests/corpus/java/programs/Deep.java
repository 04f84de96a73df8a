public class Deep {
    Deep parent;
    String path() {
        return parent.path() + "/x";
    }
    public static void main(String[] args) {
        Deep d = new Deep();
        d.parent = d;
        System.out.println(d.path());
    }
}
