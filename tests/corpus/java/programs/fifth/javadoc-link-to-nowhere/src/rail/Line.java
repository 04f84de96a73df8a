package rail;

import java.util.List;

/** A line with its stops. */
public class Line {
    /** Its stops. */
    public List<Stop> stops;

    /** Tells where a line ends; throws an error when there is no stop. */
    public Stop end() {
        return stops.get(stops.size() - 1);
    }
}
