package dev.chokepoint.live;

import dev.chokepoint.host.world.Fault;
import dev.chokepoint.host.world.Passage;
import dev.chokepoint.host.world.Rule;
import dev.chokepoint.host.world.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;

/**
 * The rules in force in this process, and what they hold: of a stream nothing is lost, so what is dropped waits until it may
 * pass. Any thread; while there is no rule, asking costs one volatile read.
 */
final class Rules {
    /** Something that a rule does not let pass. There is one for each stream at most, and one for each that is being opened. */
    interface Held {
        /** A rule is gone: it may try again. Any thread; only passes it on. */
        void again();
    }

    /** One that was installed; the same rule may be so twice. */
    private final class Installed implements Fault {
        private final Rule rule;

        Installed(Rule rule) {
            this.rule = rule;
        }

        @Override
        public void close() {
            if (installed.remove(this)) {
                letGo();
            }
        }
    }

    private final CopyOnWriteArrayList<Installed> installed = new CopyOnWriteArrayList<>();
    private final Set<Held> held = new LinkedHashSet<>();

    Fault install(Rule rule) {
        Installed fault = new Installed(rule);
        installed.add(fault);
        return fault;
    }

    private void letGo() {
        List<Held> free;
        synchronized (held) {
            free = List.copyOf(held);
            held.clear();
        }
        for (Held one : free) {
            try {
                one.again();
            } catch (RejectedExecutionException e) {
                // its world has ended
            }
        }
    }

    boolean isEmpty() {
        return installed.isEmpty();
    }

    Verdict judge(Passage passage) {
        for (Installed fault : installed) {
            Verdict verdict = fault.rule.judge(passage);
            if (!(verdict instanceof Verdict.Pass)) {
                return verdict;
            }
        }
        return Verdict.PASS;
    }

    /** The same; what is dropped tries again when a rule goes. */
    Verdict judge(Passage passage, Held what) {
        Verdict verdict = judge(passage);
        if (!(verdict instanceof Verdict.Drop)) {
            return verdict;
        }
        synchronized (held) {
            held.add(what);
        }
        return stillDropped(passage, what);
    }

    /** Unless the rule went before it could be held. */
    private Verdict stillDropped(Passage passage, Held what) {
        Verdict verdict = judge(passage);
        if (!(verdict instanceof Verdict.Drop)) {
            forget(what);
        }
        return verdict;
    }

    /** It no longer wants to pass. */
    void forget(Held what) {
        synchronized (held) {
            held.remove(what);
        }
    }
}
