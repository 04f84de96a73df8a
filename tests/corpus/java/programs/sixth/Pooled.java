import com.mchange.v2.c3p0.ComboPooledDataSource;
import java.sql.*;

/** Writes the audit to a database or, as long as that is away, to a file of its own. */
public class Pooled {
    public static void main(String[] args) throws Exception {
        ComboPooledDataSource pool = new ComboPooledDataSource();
        pool.setDataSourceName("audit");
        pool.setDriverClass("org.postgresql.Driver");
        pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:18886/audit?connectTimeout=1");
        pool.setMinPoolSize(1);
        pool.setInitialPoolSize(1);
        pool.setAcquireRetryAttempts(2);
        pool.setAcquireRetryDelay(100);
        pool.setNumHelperThreads(1);
        pool.setCheckoutTimeout(3000);
        Connection connection;
        try {
            connection = pool.getConnection();
        } catch (SQLException e) {
            System.err.println("audit: " + e.getMessage() + " - spooling to h2");
            connection = DriverManager.getConnection("jdbc:h2:mem:spool");
        }
        pool.close();
        try (Statement s = connection.createStatement()) {
            s.execute("create table audit(line varchar(80), failed int)");
            System.out.println("audit: rows spooled: " + s.executeUpdate("insert into audit values ('login error', 0), ('logout', 0)"));
        }
        connection.close();
    }
}
