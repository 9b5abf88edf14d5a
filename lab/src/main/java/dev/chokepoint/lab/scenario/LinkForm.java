package dev.chokepoint.lab.scenario;

import dev.chokepoint.host.world.Impairment;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Link.Direction;
import dev.chokepoint.host.world.Packets;
import dev.chokepoint.lab.scenario.Scenario.LinkSpec;
import java.util.List;
import java.util.stream.Stream;

/** {@code link}: the two directions between a group of clients and the server, or anywhere else. */
final class LinkForm implements Form<LinkSpec> {
    /** What only packets can meet: ideal streams have none. */
    static final List<String> PACKET_KEYS = List.of("loss", "duplicate", "reorder", "mtu", "framing");

    static final List<String> DIRECTION_KEYS = Stream.concat(
                    Stream.of("latency", "jitter", "bandwidth", "queue"), PACKET_KEYS.stream())
            .toList();
    static final List<String> KEYS =
            Stream.concat(DIRECTION_KEYS.stream(), Stream.of("up", "down")).toList();
    static final List<String> REORDER_KEYS = List.of("fraction", "delay");

    /** A link that costs nothing. */
    static final LinkSpec STANDARD = Way.STANDARD.both();

    private final Problems problems;

    LinkForm(Problems problems) {
        this.problems = problems;
    }

    @Override
    public LinkSpec read(Node node) throws Unfit {
        return read(new Section("link", node, KEYS, problems));
    }

    /** Reads the keys of a link out of a section that may have others. */
    LinkSpec read(Section section) {
        Way both = way(section, Way.STANDARD);
        Form<Way> up = node -> way(new Section("up", node, DIRECTION_KEYS, problems), both);
        Form<Way> down = node -> way(new Section("down", node, DIRECTION_KEYS, problems), both);
        return new LinkSpec(
                section.read("up", up, both).direction(),
                section.read("down", down, both).direction());
    }

    private Way way(Section section, Way standard) {
        return new Way(
                section.read("latency", Forms.time("0s", "60s"), standard.latencyNanos),
                section.read("jitter", Forms.time("0s", "60s"), standard.jitterNanos),
                section.read("bandwidth", LinkForm::bandwidth, standard.bitsPerSecond),
                section.read("queue", new QueueForm(problems), standard.queue),
                impairment(section, standard.impairment),
                Math.toIntExact(section.read("mtu", Forms.size("576B", "65535B"), (long) standard.mtuBytes)),
                Math.toIntExact(section.read("framing", Forms.size("0B", "1000B"), (long) standard.framingBytes)));
    }

    private Impairment impairment(Section section, Impairment standard) {
        double loss = section.read("loss", Forms.fraction(), standard.loss());
        double duplicate = section.read("duplicate", Forms.fraction(), standard.duplicate());
        Impairment held = section.read("reorder", this::reorder, standard);
        return new Impairment(loss, duplicate, held.reorder(), held.reorderNanos());
    }

    private Impairment reorder(Node node) throws Unfit {
        Section section = new Section("reorder", node, REORDER_KEYS, problems);
        double fraction =
                section.require("fraction", Forms.fraction(), "fraction: 1%").orElse(0.0);
        long delay =
                section.require("delay", Forms.time("1ns", "60s"), "delay: 5ms").orElse(1L);
        return new Impairment(0, 0, fraction, delay);
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

    /** One direction as it is written, so that the other can take over each key by itself. */
    private record Way(
            long latencyNanos,
            long jitterNanos,
            long bitsPerSecond,
            QueueForm.Limit queue,
            Impairment impairment,
            int mtuBytes,
            int framingBytes) {
        private static final Way STANDARD = new Way(
                0,
                0,
                Link.UNLIMITED,
                QueueForm.STANDARD,
                Impairment.NONE,
                Packets.DEFAULT.mtuBytes(),
                Packets.DEFAULT.framingBytes());

        private Direction direction() {
            Packets packets = new Packets(mtuBytes, framingBytes, queue.packets(), impairment);
            long queueBytes = queue.bytesFor(mtuBytes + framingBytes);
            return new Direction(latencyNanos, jitterNanos, bitsPerSecond, queueBytes, packets);
        }

        private LinkSpec both() {
            return new LinkSpec(direction(), direction());
        }
    }
}
