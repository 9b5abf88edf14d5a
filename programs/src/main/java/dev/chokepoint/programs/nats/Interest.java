package dev.chokepoint.programs.nats;

import java.nio.charset.StandardCharsets;

/** One client's subscription at a {@link NatsServer}. */
final class Interest {
    private static final long UNLIMITED = Long.MAX_VALUE;

    private final ServerClient client;
    private final String pattern;
    private final String group;
    private final byte[] id;
    private long left = UNLIMITED;
    private long delivered;
    private int place;

    /**
     * A subscription.
     *
     * @param pattern what to
     * @param group its queue group; empty for none
     * @param id the client's own name for it
     */
    Interest(ServerClient client, String pattern, String group, String id) {
        this.client = client;
        this.pattern = pattern;
        this.group = group;
        this.id = id.getBytes(StandardCharsets.UTF_8);
    }

    ServerClient client() {
        return client;
    }

    String pattern() {
        return pattern;
    }

    String group() {
        return group;
    }

    byte[] id() {
        return id;
    }

    /** It ends after so many messages, those before counted in. */
    void endAfter(long messages) {
        left = messages - delivered;
    }

    /** One more message has been delivered, or it has ended. */
    boolean isSpent() {
        return left <= 0;
    }

    void delivered() {
        delivered++;
        left -= left == UNLIMITED ? 0 : 1;
    }

    /** Where its list has it. */
    int place() {
        return place;
    }

    void place(int other) {
        place = other;
    }
}
