package dev.chokepoint.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What happened to one connection, in order; pieces of text that follow one another are joined. */
final class Notes {
    private static final long PATIENCE_SECONDS = 20;

    private final List<String> all = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean lastIsText;

    synchronized void add(String note) {
        all.add(note);
        lastIsText = false;
    }

    synchronized void addText(String text) {
        if (lastIsText) {
            all.add(all.removeLast() + text);
        } else {
            all.add("'" + text);
        }
        lastIsText = true;
    }

    void close() {
        closed.countDown();
    }

    /** Waits for onClose. */
    List<String> untilClosed() throws InterruptedException {
        if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            add("still open after " + PATIENCE_SECONDS + " s");
        }
        return soFar();
    }

    synchronized List<String> soFar() {
        return List.copyOf(all);
    }
}
