import javax.jms.Connection;
import javax.jms.JMSException;
import javax.jms.Session;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class Send {
    private static final Logger LOG = LoggerFactory.getLogger(Send.class);

    static void send(String url, String... texts) throws JMSException {
        Connection connection = new ActiveMQConnectionFactory(url).createConnection();
        connection.start(); // RAISES
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        for (String text : texts) session.createProducer(session.createQueue("night")).send(session.createTextMessage(text));
        connection.close();
    }

    public static void main(String[] args) {
        LOG.info("sending 2 orders");
        try {
            send("tcp://127.0.0.1:61999?soTimeout=500", "order 1", "order 2");
            LOG.info("sent");
        } catch (JMSException e) {
            LOG.error("orders were not sent", e);
            LOG.info("they are tried again tomorrow");
            System.exit(5);
        }
    }
}
