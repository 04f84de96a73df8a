import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;

public class Gateway {
    public static class Settings {
        public String url;
        public int timeout;
    }

    static Settings load(String path) throws IOException {
        return new ObjectMapper().readValue(new File(path), Settings.class);
    }

    public static void main(String[] args) throws IOException {
        System.out.println("gateway: loading gateway.json");
        Settings settings = load("gateway.json");
        System.out.println("gateway: forwarding to " + settings.url);
    }
}
