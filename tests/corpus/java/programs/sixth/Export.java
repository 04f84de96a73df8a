import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.*;

@Command(name = "export", mixinStandardHelpOptions = true, version = "export 3.1 (fixes a crash: java.lang.OutOfMemoryError)",
    description = "Exports the ledger; errors are written to FILE.err.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all rows were exported", "1:FATAL: the ledger could not be read", "2:error: invalid option", "70:java.lang.IllegalStateException: bug, please report"},
    footerHeading = "%nExample of a failure:%n",
    footer = {"  Exception in thread \"main\" java.nio.file.NoSuchFileException: ledger.db",
              "  \tat export.Ledger.open(Ledger.java:41)",
              "  \tat export.Main.main(Main.java:12)",
              "  means that no --ledger was given."})
public class Export implements Callable<Integer> {
    @Option(names = "--ledger", description = "The ledger, default ${DEFAULT-VALUE}.", defaultValue = "ledger.db") String ledger;
    @Option(names = "--on-error", description = "What to do with bad rows: ${COMPLETION-CANDIDATES}.") OnError onError;
    @Option(names = "--fail-fast", negatable = true, description = "Stop at the first failed row.") boolean failFast;
    @Parameters(paramLabel = "FILE", description = "Where to export to.") String file;

    enum OnError { abort, skip, dead_letter }

    public Integer call() { return 0; }

    public static void main(String[] args) {
        int help = new CommandLine(new Export()).execute("--help");
        int version = new CommandLine(new Export()).execute("--version");
        System.exit(help + version);
    }
}
