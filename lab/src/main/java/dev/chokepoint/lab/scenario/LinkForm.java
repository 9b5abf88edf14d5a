package dev.chokepoint.lab.scenario;

import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Link.Direction;
import java.util.List;

/** {@code link}: the two directions between a group of clients and the server. */
final class LinkForm implements Form<LinkForm.Directions> {
    static final List<String> KEYS = List.of("latency", "jitter", "bandwidth", "queue", "up", "down");
    static final List<String> DIRECTION_KEYS = List.of("latency", "jitter", "bandwidth", "queue");

    /** A link that costs nothing. */
    static final Directions STANDARD = Directions.both(new Direction(0, 0, Link.UNLIMITED, 256_000));

    private final Problems problems;

    LinkForm(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Directions read(Node node) throws Unfit {
        Section section = new Section("link", node, KEYS, problems);
        Direction both = direction(section, STANDARD.up);
        return new Directions(
                section.read("up", up -> direction(new Section("up", up, DIRECTION_KEYS, problems), both), both),
                section.read(
                        "down", down -> direction(new Section("down", down, DIRECTION_KEYS, problems), both), both));
    }

    private static Direction direction(Section section, Direction standard) {
        return new Direction(
                section.read("latency", Forms.time("0s", "60s"), standard.latencyNanos()),
                section.read("jitter", Forms.time("0s", "60s"), standard.jitterNanos()),
                section.read("bandwidth", LinkForm::bandwidth, standard.bitsPerSecond()),
                section.read("queue", Forms.size("1500B", "1GB"), standard.queueBytes()));
    }

    private static long bandwidth(Node node) throws Unfit {
        boolean unlimited = node instanceof Node.Scalar scalar && scalar.value().equals("unlimited");
        try {
            return unlimited
                    ? Link.UNLIMITED
                    : Forms.bandwidth("1bit/s", "1000Gbit/s").read(node);
        } catch (Unfit e) {
            throw e.orElse("unlimited");
        }
    }

    /**
     * A link's two directions.
     *
     * @param up towards the server
     * @param down from the server
     */
    record Directions(Direction up, Direction down) {
        private static Directions both(Direction direction) {
            return new Directions(direction, direction);
        }
    }
}
