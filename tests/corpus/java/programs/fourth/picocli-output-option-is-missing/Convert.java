import java.io.File;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "convert", mixinStandardHelpOptions = true, version = "convert 1.4", description = "Converts tables to columns.")
public class Convert implements Callable<Integer> {
    @Option(names = {"-o", "--out"}, required = true, description = "Where the columns go.")
    File out;

    @Option(names = "--fail-fast", description = "Ends at the first error.")
    boolean failFast;

    @Parameters(description = "The tables.")
    File[] tables;

    public Integer call() {
        System.out.println("converting " + tables.length + " tables");
        return 0;
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new Convert()).execute(args));
    }
}
