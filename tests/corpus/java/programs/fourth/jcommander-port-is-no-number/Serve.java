import com.beust.jcommander.JCommander;
import com.beust.jcommander.Parameter;

public class Serve {
    @Parameter(names = "--port", description = "Where to listen")
    int port = 8080;

    public static void main(String[] args) {
        Serve serve = new Serve();
        JCommander.newBuilder().addObject(serve).build().parse(args);
        System.out.println("listening on " + serve.port);
    }
}
