import java.io.*;
import java.util.*;
import java.util.logging.*;

public class Labels {
    static final Logger log = Logger.getLogger("labels");

    static Properties load(String language) throws IOException {
        Properties p = new Properties();
        try (InputStream in = Labels.class.getResourceAsStream("/labels_" + language + ".properties")) {
            p.load(in); // RAISES
        }
        return p;
    }

    public static void main(String[] args) throws IOException {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%4$s %3$s %5$s%n");
        for (String language : args)
            log.info(language + ": " + load(language).size() + " labels");
    }
}
