import java.util.*;

public class Restarts {
    static void work(int tries) {
        List<Integer> tiles = tries == 1 ? List.of() : List.of(1, 2);
        System.out.println("first tile " + tiles.get(0));
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            work(Integer.parseInt(args[0]));
            return;
        }
        for (int tries = 1; tries < 3; tries++) {
            int code = new ProcessBuilder("java", "-cp", "/app", "Restarts", "" + tries).inheritIO().start().waitFor();
            if (code != 0)
                System.out.println("worker ended with " + code + ", it is started again");
        }
        for (int i = 0; i < 26; i++)
            System.out.println("tile " + i + " served");
        System.out.println("all tiles served, 1 restart");
    }
}
