import java.util.*;

public class Skips {
    public static void main(String[] args) {
        int bad = 0;
        for (String file : args) {
            for (int row = 1; row <= 8; row++)
                if ((file.hashCode() + row) % 11 == 0) {
                    System.err.println("ERROR: " + file + ":" + row + ": java.time.format.DateTimeParseException: Text '2026-13-0" + row + "' could not be parsed at index 5 (row skipped)");
                    bad++;
                }
            System.out.println(file + ": done");
        }
        System.out.println("SUMMARY files=" + args.length + " errors=" + bad + " fatal=0 status=OK");
    }
}
