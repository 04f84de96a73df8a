import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.util.*;
import java.util.logging.*;
import org.jsoup.*;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Checks the links of a site and lists those that are dead. */
public class Crawl {
    static final Logger LOG = Logger.getLogger("crawl");

    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 18885), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            int code = path.equals("/gone") ? 410 : path.equals("/admin") ? 500 : 200;
            byte[] body = "<h1>All fine</h1><a href=/gone>1</a><a href=/admin>2</a><a href=/logo>3</a><a href=/news>4</a>".getBytes();
            exchange.getResponseHeaders().add("Content-Type", path.equals("/logo") ? "image/png" : "text/html");
            exchange.sendResponseHeaders(code, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        Deque<String> todo = new ArrayDeque<>(List.of("http://127.0.0.1:18885/"));
        Set<String> seen = new TreeSet<>(todo);
        Map<String, String> dead = new TreeMap<>();
        while (!todo.isEmpty()) {
            String url = todo.remove();
            try {
                Document page = Jsoup.connect(url).timeout(2000).get();
                for (Element link : page.select("a[href]"))
                    if (seen.add(link.absUrl("href"))) todo.add(link.absUrl("href"));
                LOG.info("ok " + url);
            } catch (HttpStatusException e) {
                dead.put(url, "HTTP " + e.getStatusCode());
                LOG.log(Level.WARNING, "dead link " + url, e);
            } catch (UnsupportedMimeTypeException e) {
                LOG.log(Level.FINE, "no page", e);
                LOG.info("not a page " + url + " (" + e.getMimeType() + ")");
            }
        }
        server.stop(0);
        LOG.info("crawl finished: " + seen.size() + " links, " + dead.size() + " go into the report " + dead);
    }
}
