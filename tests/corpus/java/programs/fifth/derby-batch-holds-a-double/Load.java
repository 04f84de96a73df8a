import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Logger;

public class Load {
    private static final Logger LOG = Logger.getLogger("load");

    static void load(Connection db, String[] tracks) throws SQLException {
        try (PreparedStatement insert = db.prepareStatement("INSERT INTO track VALUES (?, ?)")) {
            for (int i = 0; i < tracks.length; i++) {
                insert.setString(1, tracks[i]);
                insert.setInt(2, i);
                insert.addBatch();
            }
            LOG.info("sending a batch of " + tracks.length);
            insert.executeBatch(); // RAISES
        }
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tT.%1$tL %4$-7s %5$s%6$s%n");
        try (Connection db = DriverManager.getConnection("jdbc:derby:memory:radio;create=true")) {
            db.setAutoCommit(false);
            try (Statement s = db.createStatement()) {
                s.execute("CREATE TABLE track (isrc VARCHAR(12) CONSTRAINT track_isrc PRIMARY KEY, place INT)");
            }
            try {
                load(db, new String[] {"DEA100000001", "DEA100000002"});
                db.commit();
                load(db, new String[] {"DEA100000003", "DEA100000001", "DEA100000004"});
                db.commit();
            } finally {
                db.rollback();
                LOG.warning("the open batch was rolled back");
            }
        }
    }
}
