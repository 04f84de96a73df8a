import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;

public class Merge {
    private static final Logger log = Logger.getLogger("merge");

    public static void main(String[] args) throws SQLException {
        try (Connection db = DriverManager.getConnection("jdbc:h2:mem:shop")) {
            db.createStatement().execute("create table customers (id int primary key, name varchar(20))");
            db.setAutoCommit(false);
            int merged = 0;
            for (int id : new int[] {1, 2, 1, 3}) {
                try {
                    db.createStatement().execute("insert into customers values (" + id + ", 'n" + id + "')");
                    db.commit();
                    ++merged;
                } catch (SQLException e) {
                    db.rollback();
                    log.log(Level.WARNING, "customer " + id + " is known already, rolled back", e);
                }
            }
            log.info("merged " + merged + " customers");
        }
    }
}
