import java.nio.file.*;
import java.util.*;

public class Rows {
    static double mean(List<String> lines) {
        double sum = 0;
        for (String line : lines)
            sum += Double.parseDouble(line.split(";")[1].trim());
        return sum / lines.size();
    }

    public static void main(String[] args) throws Exception {
        List<String> lines = Files.readAllLines(Path.of(args[0]));
        System.out.printf(Locale.ROOT, "%s: %d rows, mean %.2f%n", args[0], lines.size(), mean(lines));
    }
}
