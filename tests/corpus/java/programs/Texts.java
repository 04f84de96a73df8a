import java.util.*;

public class Texts {
    static void many(String form, int n) {
        for (int i = 0; i < n; i++)
            System.out.printf(form + "%n", i);
    }

    public static void main(String[] args) {
        switch (args[0]) {
            case "help" -> {
                System.out.println("usage: importer [options] FILE");
                System.out.println("  --on-error=MODE   what to do on an exception: stop, skip (default: stop)");
                System.out.println("  --trace           print stack traces");
                System.out.println("When a row is bad the importer prints for example");
                System.out.println("  `Exception in thread \"main\" java.lang.IllegalStateException: row 7` and leaves with 1.");
                System.out.println("  --max-errors=N    0 means no error is allowed");
            }
            case "json" -> many("{\"ts\":%d,\"level\":\"INFO\",\"error\":null,\"exception\":null,\"errors\":0}", 30);
            case "metrics" -> {
                System.out.println("# HELP jvm_exceptions_total exceptions thrown");
                System.out.println("# TYPE http_server_errors_total counter");
                many("http_server_errors_total{exception=\"java.io.IOException\",status=\"50%d\"} 0", 9);
                many("logback_events_total{level=\"error\",shard=\"%d\"} 0.0", 12);
            }
            case "progress" -> many("[%02d/25] compiling src/main/java/app/errors/NotFoundException.java", 25);
            case "sql" -> {
                many("Hibernate: select e.id from ERROR_LOG e where e.level = 'ERROR' and e.shard = %d", 20);
                System.out.println("DDL: create table EXCEPTION_TRACE (id bigint, CLASS varchar(80), CAUSED_BY bigint)");
            }
            case "config" -> {
                for (String k : List.of("server.error.include-stacktrace=never", "server.error.whitelabel.enabled=false",
                        "logging.level.org.acme.FatalExceptionHandler=ERROR", "spring.mvc.throw-exception-if-no-handler-found=true",
                        "logging.exception-conversion-word=%wEx", "retry.on=java.net.SocketTimeoutException,java.io.IOException"))
                    System.out.println("property " + k);
                many("bean %d ready: ok", 15);
            }
            case "caller" -> {
                System.out.println("DEBUG called from:");
                for (StackTraceElement e : Thread.currentThread().getStackTrace())
                    System.out.println("    at " + e);
                many("page %d served", 22);
            }
            case "refused" -> {
                int refused = 0;
                for (String s : List.of("1", "x", "3", "y")) {
                    try {
                        System.out.println("value " + Integer.parseInt(s));
                    } catch (NumberFormatException e) {
                        refused++;
                        System.out.println("row skipped by --on-error=skip: " + e);
                    }
                }
                System.out.println(refused + " of 4 rows refused, import complete");
            }
            case "dump" -> {
                for (var t : new TreeMap<>(Map.of("main", Thread.currentThread())).values()) {
                    System.out.println("\"" + t.getName() + "\" prio=5 " + t.getState());
                    for (StackTraceElement e : t.getStackTrace())
                        System.out.println("\tat " + e);
                }
                many("health check %d: UP", 25);
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }
}
