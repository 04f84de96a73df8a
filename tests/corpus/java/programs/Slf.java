import java.io.*;
import java.net.*;

public class Slf {
    static class RepositoryException extends RuntimeException {
        RepositoryException(String m, Throwable c) { super(m, c); }
    }

    static void log(String level, String logger, String text, Throwable t) {
        StringWriter w = new StringWriter();
        if (t != null)
            t.printStackTrace(new PrintWriter(w));
        System.out.print("12:00:0" + (n++ % 10) + ".123 [main] " + level + " " + logger + " -- " + text + "\n" + w);
    }

    static int n;

    static Socket connect() {
        try {
            return new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 1);
        } catch (IOException e) {
            throw new RepositoryException("database is not reachable", e); // RAISES
        }
    }

    public static void main(String[] args) {
        log("INFO ", "o.a.repo.Pool", "opening 4 connections", null);
        try {
            connect();
        } catch (RepositoryException e) {
            log("ERROR", "o.a.repo.Main", "application run failed", e);
            log("INFO ", "o.a.repo.Pool", "shutdown initiated", null);
            log("INFO ", "o.a.repo.Pool", "shutdown completed", null);
            System.exit(1);
        }
    }
}
