package dev.chokepoint.lab.scenario;

import java.util.List;
import java.util.OptionalLong;

/** {@code queue} of a link: {@code 256kB}, {@code 100 packets}, or both. */
final class QueueForm implements Form<QueueForm.Limit> {
    static final List<String> KEYS = List.of("packets", "bytes");

    /** 256 kB, however many packets that is. */
    static final Limit STANDARD = bytes(256_000);

    private static final Form<Long> BYTES = Forms.size("1500B", "1GB");
    private static final int MOST_PACKETS = 1_000_000;

    private final Problems problems;

    QueueForm(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Limit read(Node node) throws Unfit {
        if (node instanceof Node.Entries) {
            return both(new Section("queue", node, KEYS, problems));
        }
        boolean counted = node instanceof Node.Scalar scalar && scalar.value().matches(".*packets?");
        if (counted) {
            return packets(Forms.packets("1 packet", MOST_PACKETS + " packets").read(node));
        }
        try {
            return bytes(BYTES.read(node));
        } catch (Unfit e) {
            throw e.orElse("a number of packets, such as 100 packets");
        }
    }

    private static Limit both(Section section) {
        int packets = section.read("packets", Forms.count(1, MOST_PACKETS), Integer.MAX_VALUE);
        OptionalLong bytes = section.find("bytes", BYTES).map(OptionalLong::of).orElse(OptionalLong.empty());
        boolean neither = packets == Integer.MAX_VALUE && bytes.isEmpty();
        return neither ? STANDARD : new Limit(packets, bytes);
    }

    private static Limit bytes(long bytes) {
        return new Limit(Integer.MAX_VALUE, OptionalLong.of(bytes));
    }

    private static Limit packets(int packets) {
        return new Limit(packets, OptionalLong.empty());
    }

    /**
     * How much may wait.
     *
     * @param packets how many
     * @param bytes and how many bytes; empty: only packets count
     */
    record Limit(int packets, OptionalLong bytes) {
        /** The limit in bytes: where only packets count, room for so many of the largest. */
        long bytesFor(int largestPacket) {
            return bytes.orElse((long) packets * largestPacket);
        }
    }
}
