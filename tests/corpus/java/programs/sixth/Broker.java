import java.net.Socket;
import javax.jms.*;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;

/** A broker of one night: a scanner knocks at its port while the orders go through. */
public class Broker {
    public static void main(String[] args) throws Exception {
        BrokerService broker = new BrokerService();
        broker.setPersistent(false);
        broker.setUseJmx(false);
        broker.setBrokerName("night");
        broker.addConnector("tcp://127.0.0.1:18887");
        broker.start();
        try (Socket scanner = new Socket("127.0.0.1", 18887)) {
            scanner.getOutputStream().write("GET / HTTP/1.1\r\nHost: night\r\n\r\n".getBytes());
            while (scanner.getInputStream().read() >= 0) { }
        }
        Connection connection = new ActiveMQConnectionFactory("tcp://127.0.0.1:18887").createConnection();
        connection.start();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        Queue queue = session.createQueue("orders");
        MessageProducer producer = session.createProducer(queue);
        for (int i = 1; i <= 3; i++) producer.send(session.createTextMessage("order " + i + " error=none"));
        MessageConsumer consumer = session.createConsumer(queue);
        for (int i = 1; i <= 3; i++) System.out.println("got " + ((TextMessage) consumer.receive(2000)).getText());
        connection.close();
        broker.stop();
        System.out.println("orders: 3 of 3, dead letters: 0");
        System.exit(0);
    }
}
