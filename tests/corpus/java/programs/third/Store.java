import java.sql.*;

public class Store {
    static void insert(Connection db, int id, String name) throws SQLException {
        try (PreparedStatement s = db.prepareStatement("insert into part values (?, ?)")) {
            s.setInt(1, id);
            s.setString(2, name);
            s.executeUpdate(); // RAISES
        }
        System.out.println("insert part " + id);
    }

    public static void main(String[] args) throws Exception {
        try (Connection db = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            db.createStatement().execute("create table part (id integer primary key, name text not null)");
            db.setAutoCommit(false);
            try {
                insert(db, 1, "bolt");
                insert(db, 2, "nut");
                insert(db, 2, "washer");
                db.commit();
            } catch (SQLException e) {
                System.out.println("rolling back");
                db.rollback();
                throw e;
            } finally {
                System.out.println("closing the store");
            }
        }
    }
}
