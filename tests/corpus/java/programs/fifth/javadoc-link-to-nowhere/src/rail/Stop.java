package rail;

/** A stop of a line, see {@link rail.Platform}. */
public class Stop {
    /** Its name. */
    public final String name;

    /**
     * Makes one.
     * @param nam the name of the stop
     */
    public Stop(String name) {
        this.name = name;
    }
}
