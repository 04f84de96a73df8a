import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

public class Report {
    static int count(Connection db, String table) throws SQLException {
        try (Statement statement = db.createStatement(); ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    public static void main(String[] args) throws SQLException {
        try (Connection db = DriverManager.getConnection("jdbc:h2:mem:shop")) {
            db.createStatement().execute("create table customers (id int primary key)");
            System.out.println("customers: " + count(db, "customers"));
            System.out.println("orders: " + count(db, "orders"));
        }
    }
}
