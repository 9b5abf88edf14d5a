package dev.chokepoint.sim;

import dev.chokepoint.host.Address.Inet;
import java.net.InetAddress;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Which ports of a host's addresses are taken: each address has its own. */
final class Ports {
    private static final int FIRST = 1024;
    private static final int END = 65536;

    private final Map<InetAddress, BitSet> taken = new LinkedHashMap<>();

    /** Takes any free port of {@code ip}, or none when all 64,512 are taken. */
    private OptionalInt takeAny(InetAddress ip) {
        BitSet used = taken.computeIfAbsent(ip, _ -> new BitSet());
        int free = used.nextClearBit(0);
        if (free >= END - FIRST) {
            return OptionalInt.empty();
        }
        used.set(free);
        return OptionalInt.of(free + FIRST);
    }

    /** Takes one port; false when somebody has it. Ports below 1024 are always free: nobody is given one. */
    private boolean take(Inet at) {
        if (at.port() < FIRST) {
            return true;
        }
        BitSet used = taken.computeIfAbsent(at.ip(), _ -> new BitSet());
        boolean free = !used.get(at.port() - FIRST);
        used.set(at.port() - FIRST);
        return free;
    }

    /** Takes {@code at}, or any port when it has none; none when that is taken. */
    Optional<Inet> bind(Inet at) {
        if (at.port() != 0) {
            return take(at) ? Optional.of(at) : Optional.empty();
        }
        OptionalInt port = takeAny(at.ip());
        return port.isPresent() ? Optional.of(at.withPort(port.getAsInt())) : Optional.empty();
    }

    void free(Inet at) {
        if (at.port() >= FIRST) {
            taken.get(at.ip()).clear(at.port() - FIRST);
        }
    }
}
