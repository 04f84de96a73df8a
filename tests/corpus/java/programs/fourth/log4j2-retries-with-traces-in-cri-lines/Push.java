import java.net.InetSocketAddress;
import java.net.Socket;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

public class Push {
    private static final Logger log = LogManager.getLogger(Push.class);

    static void push(int port) throws java.io.IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
        }
    }

    public static void main(String[] args) throws Exception {
        try (java.net.ServerSocket server = new java.net.ServerSocket(0)) {
            int[] ports = {9102, 9103, server.getLocalPort()};
            for (int attempt = 0; attempt < ports.length; ++attempt) {
                try {
                    push(ports[attempt]);
                    log.info("pushed at attempt {}", attempt + 1);
                    break;
                } catch (java.io.IOException e) {
                    log.error("push failed, attempt {} of 3", attempt + 1, e);
                }
            }
        }
    }
}
