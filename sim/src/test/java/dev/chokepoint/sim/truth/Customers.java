package dev.chokepoint.sim.truth;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import java.nio.ByteBuffer;

/**
 * Sends jobs through the stations, each on an idle connection; the byte that it sends is the connection's number. A job that
 * finds no idle connection to the first station is refused.
 */
final class Customers implements Program, Session {
    static final Address HOME = Address.inet("10.0.0.1", 0);

    /** When jobs come. */
    sealed interface Arrivals {
        /** Open loop: exponential gaps. */
        record Poisson(double rate) implements Arrivals {}

        /** Closed loop: so many customers, each thinking for an exponential time between jobs. */
        record Closed(int customers, double meanThink) implements Arrivals {}
    }

    private final Model model;
    private final Arrivals arrivals;
    private final Tally tally;
    private final long[][] begun;
    private final long delayNanos;
    private final Slots[] slots;
    private final Payload[] bytes = new Payload[256];
    private Host host;

    Customers(Model model, Arrivals arrivals, Tally tally, long[][] begun, long delayNanos) {
        this.model = model;
        this.arrivals = arrivals;
        this.tally = tally;
        this.begun = begun;
        this.delayNanos = delayNanos;
        this.slots = new Slots[model.stations().size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = Payload.of(ByteBuffer.wrap(new byte[] {(byte) i}));
        }
    }

    /** The connections to one station, and what each carries. */
    private static final class Slots {
        final Connection[] connections;
        final long[] sentAt;
        final long[] startedAt;
        final int[] idle;
        int idleCount;

        Slots(int count) {
            connections = new Connection[count];
            sentAt = new long[count];
            startedAt = new long[count];
            idle = new int[count];
            for (int i = 0; i < count; i++) {
                idle[i] = count - 1 - i;
            }
            idleCount = count;
        }
    }

    @Override
    public void start(Host lane) {
        host = lane;
        for (int i = 0; i < slots.length; i++) {
            slots[i] = new Slots(model.stations().get(i).slots());
            for (int k = 0; k < slots[i].connections.length; k++) {
                slots[i].connections[k] =
                        host.connect(HOME, model.at(i), StreamOptions.DEFAULT, (long) i << 8 | k, this);
            }
        }
        host.after(delayNanos + Model.nanos(4 * model.oneWay()), this::begin);
    }

    private void begin() {
        switch (arrivals) {
            case Arrivals.Poisson poisson -> next(poisson.rate());
            case Arrivals.Closed closed -> {
                for (int i = 0; i < closed.customers(); i++) {
                    think(closed.meanThink());
                }
            }
        }
    }

    private void next(double rate) {
        host.after(Model.nanos(host.random().nextExponential() / rate), () -> {
            tally.arrived();
            submit(0, host.nanoTime());
            next(rate);
        });
    }

    private void think(double mean) {
        host.after(Model.nanos(host.random().nextExponential() * mean), () -> submit(0, host.nanoTime()));
    }

    private void submit(int station, long startedAt) {
        Slots at = slots[station];
        if (at.idleCount == 0) {
            tally.refused();
            return;
        }
        int slot = at.idle[--at.idleCount];
        at.sentAt[slot] = host.nanoTime();
        at.startedAt[slot] = startedAt;
        at.connections[slot].send(bytes[slot]);
    }

    @Override
    public void onBytes(Connection connection, ByteBuffer response) {
        int station = (int) connection.tag() >>> 8;
        int slot = (int) connection.tag() & 0xff;
        Slots at = slots[station];
        at.idle[at.idleCount++] = slot;
        long now = host.nanoTime();
        double waited = (double) begun[station][slot] - at.sentAt[slot] - Model.nanos(model.oneWay());
        double inStation = (double) now - at.sentAt[slot];
        tally.served(station, Model.units(inStation), Model.units(waited));
        if (station + 1 < slots.length) {
            submit(station + 1, at.startedAt[slot]);
        } else {
            tally.finished(Model.units((double) now - at.startedAt[slot]));
            if (arrivals instanceof Arrivals.Closed closed) {
                think(closed.meanThink());
            }
        }
    }
}
