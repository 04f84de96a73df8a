import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

public class Loader {
    public static void main(String[] args) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:hsqldb:hsql://127.0.0.1:9101/books");
        config.setUsername("loader");
        config.setConnectionTimeout(500);
        config.setPoolName("books");
        try (HikariDataSource source = new HikariDataSource(config)) {
            System.out.println(source.getConnection());
        }
    }
}
