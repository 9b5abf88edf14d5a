package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Node.Spot;
import java.io.Serial;

/** One value is not what it should be. Caught by the {@link Section} it stands in, which knows its key. */
final class Unfit extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Spot spot;
    private final String hint;

    Unfit(Node node, String message, String hint) {
        this(node.spot(), message, hint);
    }

    private Unfit(Spot spot, String message, String hint) {
        super(message);
        this.spot = spot;
        this.hint = hint;
    }

    /** The same with one more thing to write. */
    Unfit orElse(String alternative) {
        return new Unfit(spot, getMessage(), hint + ", or " + alternative);
    }

    void addTo(Problems problems, String key) {
        problems.add(spot, key + ": " + getMessage(), hint);
    }
}
