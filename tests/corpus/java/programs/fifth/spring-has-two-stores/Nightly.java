import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;

interface Store { String name(); }

class Report {
    @Autowired Store store;
    void write() { System.out.println("report written to " + store.name()); }
}

class Wiring {
    @Bean Store disk() { return () -> "disk"; }
    @Bean Store bucket() { return () -> "bucket"; }
    @Bean Report report() { return new Report(); }
}

public class Nightly {
    public static void main(String[] args) {
        System.out.println("nightly: starting");
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Wiring.class)) {
            context.getBean(Report.class).write();
        } finally {
            System.out.println("nightly: stopped");
        }
    }
}
