package dev.chokepoint.lab.parity;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Who is inside one lane: at most one callback, and no callback inside a call of the program's. */
final class LaneWatch {
    /** The first few tell enough. */
    private static final int VIOLATIONS_MAX = 20;

    private final String name;
    private final List<String> violations;
    private final AtomicReference<Thread> inside = new AtomicReference<>();
    private volatile String call = ""; // the seam method that the program is in, if any

    LaneWatch(String name, List<String> violations) {
        this.name = name;
        this.violations = violations;
    }

    void violated(String what) {
        if (violations.size() < VIOLATIONS_MAX) {
            violations.add(name + ": " + what);
        }
    }

    /** The world calls the program. */
    void callback(String what, Runnable body) {
        Thread current = Thread.currentThread();
        Thread before = inside.compareAndExchange(null, current);
        if (before == current) {
            violated(what + " came before the program's call of " + call + " returned");
            body.run();
            return;
        }
        if (before != null) {
            violated(what + " overlaps another callback of its lane");
            body.run();
            return;
        }
        try {
            body.run();
        } finally {
            inside.set(null);
        }
    }

    /** The program calls the world. */
    <T> T call(String what, Supplier<T> body) {
        String outer = call;
        call = what;
        try {
            return body.get();
        } finally {
            call = outer;
        }
    }

    void run(String what, Runnable body) {
        call(what, () -> {
            body.run();
            return what;
        });
    }
}
