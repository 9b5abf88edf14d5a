package dev.chokepoint.live;

import dev.chokepoint.host.world.Crash;
import dev.chokepoint.host.world.Fault;
import dev.chokepoint.host.world.Passage;
import dev.chokepoint.host.world.Verdict;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which hosts are dead, in whatever process. A host without power is cut off, so that no kernel can speak for it. Any thread. */
final class Dead {
    private static final Fault NOTHING = () -> {};

    private final Rules rules;
    private final Map<String, Fault> hosts = new ConcurrentHashMap<>();

    Dead(Rules rules) {
        this.rules = rules;
    }

    boolean has(String host) {
        return hosts.containsKey(host);
    }

    /** Whether its power is cut. */
    boolean isOff(String host) {
        Fault fault = hosts.get(host);
        return fault != null && !fault.equals(NOTHING);
    }

    void add(String host, Crash how) {
        if (has(host)) {
            throw new IllegalStateException("host " + host + " is dead already: start it before it can crash");
        }
        hosts.put(host, how == Crash.HOST ? rules.install(passage -> judge(host, passage)) : NOTHING);
    }

    private static Verdict judge(String host, Passage passage) {
        return passage.from().equals(host) || passage.to().equals(host) ? Verdict.DROP : Verdict.PASS;
    }

    /** It lives, if it did not before. */
    void remove(String host) {
        Fault fault = hosts.remove(host);
        if (fault != null) {
            fault.close();
        }
    }
}
