import java.util.logging.*;

public class Logged {
    static final Logger LOG = Logger.getLogger("com.mail.Sender");

    static void deliver(int id, String to) {
        if (to == null)
            throw new IllegalArgumentException("mail " + id + " has no recipient"); // RAISES
        LOG.info("mail " + id + " sent to " + to);
    }

    public static void main(String[] args) {
        try {
            String[] to = {"a@example.com", "b@example.com", null};
            for (int i = 0; i < to.length; i++)
                deliver(i, to[i]);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "sender gives up", e);
            System.exit(2);
        }
    }
}
