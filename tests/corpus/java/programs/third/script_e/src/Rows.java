import java.nio.file.*;

public class Rows {
    private final Path file;

    private Rows(Path file) {
        this.file = file;
    }

    static Rows open(String name) {
        return new Rows(Path.of("data", name + ".csv"));
    }

    long count() {
        return Files.lines(file).skip(1).count(); // RAISES
    }
}
