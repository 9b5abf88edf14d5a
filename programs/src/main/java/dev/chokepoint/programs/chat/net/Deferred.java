package dev.chokepoint.programs.chat.net;

import java.util.ArrayList;
import java.util.List;

/** Events that name what is not known yet, while a server's burst is still to come. */
final class Deferred {
    /** More than that are dropped. */
    static final int MOST = 100_000;

    private final NetworkCounts.Counter counts;
    private List<NetEvent> waiting = new ArrayList<>();

    Deferred(NetworkCounts.Counter counts) {
        this.counts = counts;
    }

    /** Hears an event. */
    @FunctionalInterface
    interface Ear {
        Heard hear(NetEvent event) throws LinkException;
    }

    /** Keeps an event, if there is something to wait for. */
    void add(NetEvent event, boolean more) {
        if (more && waiting.size() < MOST) {
            waiting.add(event);
        } else {
            counts.dropped++;
        }
    }

    /** Tries all again, in their order. */
    void retry(Ear ear, boolean more) {
        List<NetEvent> all = waiting;
        waiting = new ArrayList<>();
        for (NetEvent event : all) {
            try {
                if (ear.hear(event) == Heard.UNKNOWN) {
                    add(event, more);
                }
            } catch (LinkException _) {
                counts.dropped++;
            }
        }
    }
}
