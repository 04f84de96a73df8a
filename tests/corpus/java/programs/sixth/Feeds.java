import java.net.ServerSocket;
import java.net.Socket;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.*;
import org.apache.http.util.EntityUtils;

/** Fetches feeds from a server that drops the first connections. */
public class Feeds {
    static void serve(ServerSocket server) {
        try {
            for (int i = 1; ; i++) {
                try (Socket s = server.accept()) {
                    byte[] request = new byte[4096];
                    s.getInputStream().read(request);
                    if (i == 1 || i == 4 || i == 5) continue;
                    String body = "{\"errors\":0,\"items\":" + i * 10 + "}";
                    s.getOutputStream().write(("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body).getBytes());
                }
            }
        } catch (java.io.IOException closed) {
            return;
        }
    }

    public static void main(String[] args) throws Exception {
        ServerSocket server = new ServerSocket(18883);
        new Thread(() -> serve(server)).start();
        try (CloseableHttpClient client = HttpClients.custom().setRetryHandler(new DefaultHttpRequestRetryHandler(3, true)).build()) {
            for (String feed : new String[] {"news", "prices", "weather"}) {
                try (CloseableHttpResponse answer = client.execute(new HttpGet("http://127.0.0.1:18883/" + feed))) {
                    System.out.println(feed + ": " + EntityUtils.toString(answer.getEntity()));
                }
            }
        }
        server.close();
        System.out.println("feeds: 3 fetched, 0 failed");
    }
}
