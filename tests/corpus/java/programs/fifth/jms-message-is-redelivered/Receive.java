import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.jms.Connection;
import javax.jms.Session;
import javax.jms.TextMessage;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.RedeliveryPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class Receive {
    private static final Logger LOG = LoggerFactory.getLogger(Receive.class);

    public static void main(String[] args) throws Exception {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory("vm://night?broker.persistent=false&broker.useJmx=false");
        RedeliveryPolicy policy = factory.getRedeliveryPolicy();
        policy.setInitialRedeliveryDelay(100);
        policy.setMaximumRedeliveries(4);
        Connection connection = factory.createConnection();
        CountDownLatch done = new CountDownLatch(3);
        Session in = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        in.createConsumer(in.createQueue("orders")).setMessageListener(message -> {
            try {
                String text = ((TextMessage) message).getText();
                int tries = message.getIntProperty("JMSXDeliveryCount");
                if (text.equals("order 2") && tries < 3) throw new IllegalStateException("stock of A-1 is locked by another order");
                LOG.info("{} is booked at delivery {}", text, tries);
                done.countDown();
            } catch (javax.jms.JMSException e) {
                LOG.error("unreadable", e);
            }
        });
        connection.start();
        Session out = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        for (int i = 1; i <= 3; i++) out.createProducer(out.createQueue("orders")).send(out.createTextMessage("order " + i));
        boolean all = done.await(20, TimeUnit.SECONDS);
        connection.close();
        LOG.info("all orders are booked: {}", all);
        System.exit(all ? 0 : 1);
    }
}
