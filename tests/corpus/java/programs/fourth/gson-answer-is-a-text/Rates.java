import com.google.gson.Gson;
import java.util.List;

public class Rates {
    static class Rate {
        String currency;
        double value;
    }

    static Rate parse(String body) {
        return new Gson().fromJson(body, Rate.class);
    }

    public static void main(String[] args) {
        for (String body : List.of("{\"currency\": \"USD\", \"value\": 1.08}", "\"too many requests\"")) {
            System.out.println("rate of " + parse(body).currency);
        }
    }
}
