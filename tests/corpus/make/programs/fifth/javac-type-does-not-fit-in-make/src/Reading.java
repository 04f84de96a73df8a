public class Reading {
    private final double kwh;

    Reading(double kwh) { this.kwh = kwh; }

    String kwh() { return String.format("%.1f kWh", kwh); }

    static Reading parse(String text) { return new Reading(Double.parseDouble(text)); }
}
