import java.nio.file.*;
import java.util.*;

public class ToJson {
    public static void main(String[] args) throws Exception {
        List<String> lines = Files.readAllLines(Path.of(args[0]));
        String[] head = lines.remove(0).split(",");
        StringBuilder out = new StringBuilder();
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            for (int i = 0; i < head.length; i++) out.append(i == 0 ? "{" : ",").append('"').append(head[i]).append("\":\"").append(cells[i]).append('"');
            out.append("}\n");
        }
        Files.writeString(Path.of(args[0] + ".json"), out);
        System.out.println(args[0] + ": " + lines.size() + " rows");
    }
}
