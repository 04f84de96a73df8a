import java.util.*;
import org.apache.logging.log4j.*;
import org.apache.logging.log4j.core.config.Configurator;

/** Loads readings; those that cannot be read go into the dead letters. */
public class Loader {
    static final Logger LOG = LogManager.getLogger(Loader.class);

    static int reading(String text) {
        try {
            return Integer.parseInt(text.split("=")[1]);
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalArgumentException("reading '" + text + "' cannot be used", e);
        }
    }

    public static void main(String[] args) throws Exception {
        Deque<String> dead = new ArrayDeque<>();
        int sum = 0, number = 0;
        for (String text : List.of("a=4", "b=", "c=7", "d=x1", "e=2")) {
            number++;
            try {
                sum += reading(text);
                LOG.info("reading {} loaded", number);
            } catch (IllegalArgumentException e) {
                dead.add(text);
                LOG.error("reading {} moved to the dead letters", number, e);
            }
        }
        LOG.warn("dead letters: {} (the limit is 10)", dead);
        if (args.length > 0 && args[0].equals("wait")) {
            LOG.info("sum {}, waiting for the next file", sum);
            Thread.sleep(60_000);
        }
        if (args.length > 0) System.exit(Integer.parseInt(args[0]));
        LOG.info("sum {}, load complete", sum);
    }
}
