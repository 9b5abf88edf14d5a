package dev.chokepoint.lab.run;

import dev.chokepoint.host.Address;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where the hosts of one process really listen. Told on their lanes. A host that found a free port keeps it when it is started again. */
final class Places {
    private final Map<String, Address> listening = new ConcurrentHashMap<>();
    private final Map<String, Address> kept = new ConcurrentHashMap<>();

    /** Where something is to listen that was planned to do so at {@code planned}. */
    Address at(String what, Address planned) {
        return kept.getOrDefault(what, planned);
    }

    /** Something listens there. */
    void listens(String what, Address there) {
        listening.put(what, there);
    }

    /** Where something listens that has been started. */
    Address of(String what) {
        return listening.get(what);
    }

    /** Whatever is started again listens where it did. */
    void keep() {
        kept.putAll(listening);
    }
}
