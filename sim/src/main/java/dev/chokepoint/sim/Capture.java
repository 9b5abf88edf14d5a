package dev.chokepoint.sim;

import dev.chokepoint.host.world.Link;
import dev.chokepoint.sim.Tap.Fate;
import dev.chokepoint.sim.pcap.PcapngWriter;
import dev.chokepoint.sim.pcap.PcapngWriter.Flow;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A world's packets, written down as Wireshark reads them: one interface a link, on which a packet appears when it is handed to
 * the link, before it waits in the queue. That is where tcpdump stands on the sending host, and it keeps each sender's packets
 * in their order, those that the full queue drops among them. Drops and losses are comments on their packets; a packet that
 * crosses several links appears on each.
 *
 * <p>One thread, the world's. Watching changes nothing in the world: the trace hash is the same with it and without.
 */
public final class Capture implements AutoCloseable {
    private static final String APPLICATION = "Chokepoint";

    private final Engine engine;
    private final PacketPool pool;
    private final Frames frames;
    private final PcapngWriter writer;
    private final long startNanos;
    private final Map<Hop, Place> places = new LinkedHashMap<>();
    private final int links;
    private long retransmissions;
    private IOException failure = null;

    /** Where a hop's packets go in the capture, and what is said about them. */
    private record Place(int link, Flow flow, Map<Fate, String> comments) {
        static Place of(int link, Flow flow, Hop hop) {
            Map<Fate, String> comments = new EnumMap<>(Fate.class);
            comments.put(Fate.SENT, "");
            comments.put(Fate.QUEUE_FULL, "dropped: queue of link " + hop.name + " full");
            comments.put(Fate.LOST, "lost on link " + hop.name);
            comments.put(Fate.DUPLICATED, "doubled on link " + hop.name + ": arrives twice");
            return new Place(link, flow, comments);
        }

        String comment(Fate fate, boolean duplicate) {
            String comment = comments.get(fate);
            if (!duplicate) {
                return comment;
            }
            return comment.isEmpty() ? "duplicate" : "duplicate, " + comment;
        }
    }

    Capture(SimWorld world, OutputStream out, long limitBytes, String comment) {
        engine = world.engine();
        pool = world.packets();
        frames = new Frames();
        startNanos = Duration.between(Instant.EPOCH, world.start()).toNanos();
        writer = new PcapngWriter(out, limitBytes, APPLICATION, comment);
        List<Paths.Wire> wires = world.network().wires();
        links = wires.size();
        wires.forEach(this::add);
        pool.tap(this::record);
    }

    private void add(Paths.Wire wire) {
        try {
            int link = writer.addInterface(
                    wire.name() + " " + wire.a() + "-" + wire.b(),
                    "outbound: " + wire.ab().name + ", inbound: " + wire.ba().name,
                    rate(wire.ab()),
                    rate(wire.ba()));
            places.put(wire.ab(), Place.of(link, Flow.OUTBOUND, wire.ab()));
            places.put(wire.ba(), Place.of(link, Flow.INBOUND, wire.ba()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long rate(Hop hop) {
        return hop.spec.bitsPerSecond() == Link.UNLIMITED ? 0 : hop.spec.bitsPerSecond();
    }

    private void record(Hop hop, Packet packet, Fate fate) {
        Place place = places.get(hop);
        if (isRetransmission(packet)) {
            retransmissions++;
        }
        try {
            writer.packet(
                    place.link(),
                    startNanos + engine.nowNanos(),
                    place.flow(),
                    frames.of(packet),
                    place.comment(fate, packet.isDuplicate()));
        } catch (IOException e) {
            failure = e;
            pool.tap(Tap.NONE);
        }
    }

    /**
     * How many packets it holds; one that crosses two links counts twice.
     *
     * @return without those left out
     */
    public long packets() {
        return writer.packets();
    }

    /** Counted where it enters the network, once. */
    private static boolean isRetransmission(Packet packet) {
        return packet.hopsBehind() == 0
                && packet.offset() == 0
                && packet.cargo() instanceof TcpCargo cargo
                && cargo.segment().isRetransmission;
    }

    /**
     * How many TCP segments with data, SYN or FIN were sent that repeat what was sent before, by the senders' own count.
     *
     * @return those on their first link, also those left out
     */
    public long retransmissions() {
        return retransmissions;
    }

    /**
     * How many packets came after the limit was reached.
     *
     * @return 0 when the capture is complete
     */
    public long leftOut() {
        return writer.leftOut();
    }

    /**
     * How many links it shows.
     *
     * @return all of the world's
     */
    public int links() {
        return links;
    }

    /**
     * How big it is.
     *
     * @return bytes
     */
    public long bytes() {
        return writer.bytes();
    }

    /**
     * What made it end before the world did. What was written until then stays readable up to {@link #handedOnBytes}.
     *
     * @return the error; empty when all is well
     */
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * How much was written successfully, in whole blocks.
     *
     * @return bytes
     */
    public long handedOnBytes() {
        return writer.handedOnBytes();
    }

    /** Writes the rest and closes the file; an error is {@link #failure()}'s. The world may go on, unwatched. */
    @Override
    public void close() {
        pool.tap(Tap.NONE);
        try {
            writer.close();
        } catch (IOException e) {
            failure = failure == null ? e : failure;
        }
    }
}
