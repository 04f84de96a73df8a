import java.io.File;
import java.net.HttpURLConnection;
import java.net.URL;
import javax.servlet.http.*;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** Starts the portal once a night, asks for its pages and stops it again. */
public class Portal {
    static class Page extends HttpServlet {
        @Override protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
            String name = request.getParameter("name");
            if (name == null)
                new Thread(() -> { try { Thread.sleep(60_000); } catch (InterruptedException e) { } }, "page-cache") {{ setDaemon(true); }}.start();
            response.getWriter().println("length " + name.length());
        }
    }

    static int ask(String query) throws Exception {
        HttpURLConnection c = (HttpURLConnection) new URL("http://127.0.0.1:18881/shop/page" + query).openConnection();
        return c.getResponseCode();
    }

    public static void main(String[] args) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir("/tmp/portal");
        tomcat.setPort(18881);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context shop = tomcat.addContext("/shop", new File("/tmp").getAbsolutePath());
        Tomcat.addServlet(shop, "page", new Page());
        shop.addServletMappingDecoded("/page", "page");
        tomcat.start();
        int good = ask("?name=wine"), bad = ask(""), again = ask("?name=beer");
        tomcat.stop();
        tomcat.destroy();
        System.out.printf("smoke test of the error page: %d %d %d, as wanted%n", good, bad, again);
        if (good != 200 || bad != 500 || again != 200) System.exit(1);
    }
}
