package dev.chokepoint.sim;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Cores that several users share first come first served and without pre-emption. */
final class Cores {
    /** What runs on a core: a lane, or an offloaded computation. */
    interface User {
        /** Has a core at this moment, and keeps it if it {@link #isBusy} afterwards, until {@link Cores#freed}. */
        void turn();

        /** Whether it keeps its core. */
        boolean isBusy();

        /** Whether it wants a core. */
        boolean isReady();

        /** Brings up to date what waits for it, now that what could run at once has run. */
        void countWaiting();
    }

    private final int count;
    private final Engine engine;
    private final Deque<User> ready = new ArrayDeque<>();
    private final List<User> uncounted = new ArrayList<>();
    private final Level waiting = new Level();
    private final Level used = new Level();
    private final Runnable runReady = this::runReady;

    Cores(int count, Engine engine) {
        this.count = count;
        this.engine = engine;
    }

    /** One that was idle wants a core. */
    void ready(User user) {
        ready.add(user);
        uncounted(user);
    }

    /** Something came for one that may still run at this moment, and then has not waited. */
    void uncounted(User user) {
        if (uncounted.isEmpty()) {
            engine.defer(runReady);
        }
        uncounted.add(user);
    }

    /** One no longer uses its core, and may want one again. */
    void freed(User user) {
        used.add(-1, engine.nowNanos());
        if (user.isReady()) {
            ready.add(user);
        }
        runReady();
    }

    /** Gives cores to those that are ready, as long as there are any. */
    void runReady() {
        while (used.value() < count && !ready.isEmpty()) {
            User user = ready.poll();
            user.turn();
            taken(user);
        }
        waiting.set(ready.size(), engine.nowNanos());
        for (int i = 0; i < uncounted.size(); i++) {
            uncounted.get(i).countWaiting();
        }
        uncounted.clear();
    }

    /** One has run, and may keep its core or want one again. */
    void taken(User user) {
        if (user.isBusy()) {
            used.add(1, engine.nowNanos());
        } else if (user.isReady()) {
            ready.add(user);
        }
    }

    /** One is gone: {@code busy} says whether it kept a core. */
    void gone(User user, boolean busy) {
        ready.remove(user);
        uncounted.remove(user);
        waiting.set(ready.size(), engine.nowNanos());
        if (busy) {
            used.add(-1, engine.nowNanos());
        }
    }

    Level waiting() {
        return waiting;
    }

    Level used() {
        return used;
    }
}
