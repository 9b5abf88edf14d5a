package dev.chokepoint.sim.truth;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Work;
import java.nio.ByteBuffer;

/** Serves jobs of one byte each: notes when it begins, works as long as the station's law says, and sends the byte back. */
final class StationProgram implements Program, Session {
    private static final Work SERVICE = new Work.Synthetic("service");

    private final Station station;
    private final Address at;
    private final long[] begun;
    private Host host;

    StationProgram(Station station, Address at, long[] begun) {
        this.station = station;
        this.at = at;
        this.begun = begun;
    }

    @Override
    public void start(Host lane) {
        host = lane;
        host.listen(at, StreamOptions.DEFAULT, _ -> this);
    }

    @Override
    public void onBytes(Connection connection, ByteBuffer bytes) {
        begun[bytes.get(bytes.position()) & 0xff] = host.nanoTime();
        host.spend(SERVICE, Model.nanos(station.service().draw(host.random())));
        connection.send(bytes);
    }
}
