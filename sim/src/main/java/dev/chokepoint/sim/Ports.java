package dev.chokepoint.sim;

import dev.chokepoint.host.Address.Inet;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which ports of a host's addresses are taken: each address has its own. The first 64 of each are one number, since a fleet has
 * very many addresses that use very few ports.
 */
final class Ports {
    private static final int FIRST = 1024;
    private static final int END = 65536;

    /** The first port that is not one of an address's first 64. */
    private static final int MORE = FIRST + Long.SIZE;

    private static final BitSet NONE = new BitSet(0);

    private final Machine machine;

    /** A bit for each of an address's first ports; made when the first port is taken. */
    private long[] low = {};

    private final Map<Integer, BitSet> more = new LinkedHashMap<>();

    Ports(Machine machine) {
        this.machine = machine;
    }

    /** Takes {@code at}, or any port when it has none; none when that is taken, or all 64,512 are. */
    Optional<Inet> bind(Inet at) {
        int slot = machine.slot(at);
        int port = at.port() == 0 ? anyFree(slot) : at.port();
        if (port == END || isTaken(slot, port)) {
            return Optional.empty();
        }
        set(slot, port, true);
        return Optional.of(at.port() == 0 ? at.withPort(port) : at);
    }

    void free(Inet at) {
        set(machine.slot(at), at.port(), false);
    }

    private int anyFree(int slot) {
        long first = slot < low.length ? low[slot] : 0;
        return first == -1
                ? MORE + more.getOrDefault(slot, NONE).nextClearBit(0)
                : FIRST + Long.numberOfTrailingZeros(~first);
    }

    /** Ports below 1024 are always free: nobody is given one. */
    private boolean isTaken(int slot, int port) {
        if (port < MORE) {
            return port >= FIRST && slot < low.length && (low[slot] >>> (port - FIRST) & 1) != 0;
        }
        return more.getOrDefault(slot, NONE).get(port - MORE);
    }

    private void set(int slot, int port, boolean taken) {
        if (port >= MORE) {
            more.computeIfAbsent(slot, _ -> new BitSet()).set(port - MORE, taken);
        } else if (port >= FIRST) {
            if (low.length == 0) {
                low = new long[machine.spec().addresses().size()];
            }
            long bit = 1L << (port - FIRST);
            low[slot] = taken ? low[slot] | bit : low[slot] & ~bit;
        }
    }
}
