import org.testng.Assert;
import org.testng.IRetryAnalyzer;
import org.testng.ITestResult;
import org.testng.SkipException;
import org.testng.annotations.Test;

public class ProbeTest {
    static int calls;

    public static class Again implements IRetryAnalyzer {
        private int tries;
        @Override
        public boolean retry(ITestResult result) { return tries++ < 3; }
    }

    @Test(retryAnalyzer = Again.class)
    public void answers() {
        if (++calls < 3) Assert.fail("java.net.SocketTimeoutException: Read timed out (call " + calls + ")");
    }

    @Test(expectedExceptions = NullPointerException.class)
    public void refusesNull() { ((String) null).length(); }

    @Test
    public void needsATape() { throw new SkipException("no tape drive here"); }

    @Test
    public void logsItsError() { new IllegalStateException("FATAL: logged by design").printStackTrace(); }
}
