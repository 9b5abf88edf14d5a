package dev.chokepoint.sim;

import dev.chokepoint.host.world.Fault;
import dev.chokepoint.host.world.Passage;
import dev.chokepoint.host.world.Rule;
import dev.chokepoint.host.world.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rules in force, and what they hold: of ideal streams nothing is lost, so what is dropped waits until it may pass. */
final class Rules {
    /** Something that a rule does not let pass. There is one for each stream at most, and one for each connection request. */
    interface Held {
        /** A rule is gone: it may try again. */
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
                trace();
                letGo();
            }
        }
    }

    private final Engine engine;
    private final List<Installed> installed = new ArrayList<>();
    private final Set<Held> held = new LinkedHashSet<>();

    Rules(Engine engine) {
        this.engine = engine;
    }

    Fault install(Rule rule) {
        Installed fault = new Installed(rule);
        installed.add(fault);
        trace();
        return fault;
    }

    private void trace() {
        engine.trace().add(engine.nowNanos(), 0, EventKind.FAULT, installed.size());
    }

    private void letGo() {
        List<Held> free = List.copyOf(held);
        held.clear();
        free.forEach(Held::again);
        engine.runDeferred();
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

    /** It tries again when a rule goes. */
    void hold(Held what) {
        held.add(what);
    }
}
