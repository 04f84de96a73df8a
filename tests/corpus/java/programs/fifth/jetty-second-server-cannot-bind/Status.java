import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.AbstractHandler;
import java.net.InetSocketAddress;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class Status {
    static Server serve(String name, int port) throws Exception {
        Server server = new Server(new InetSocketAddress("127.0.0.1", port));
        server.setHandler(new AbstractHandler() {
            @Override
            public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response) {
                response.setStatus(204);
                base.setHandled(true);
            }
        });
        server.start();
        System.out.println(name + " listens");
        return server;
    }

    public static void main(String[] args) {
        try {
            serve("status", 8821);
            serve("metrics", Integer.parseInt(System.getProperty("metrics.port", "8821")));
            Thread.sleep(1000);
            System.exit(0);
        } catch (Exception e) {
            System.err.println("could not start");
            e.printStackTrace();
            System.exit(3);
        }
    }
}
