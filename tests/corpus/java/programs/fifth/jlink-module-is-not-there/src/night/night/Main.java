package night;

public class Main {
    public static void main(String[] args) { System.getLogger("night").log(System.Logger.Level.ERROR, "no error"); }
}
