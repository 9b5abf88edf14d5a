package dev.chokepoint.lab.run;

import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.sim.Capture;
import dev.chokepoint.sim.SimWorld;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Writes the packets of a simulation down, for Wireshark: of the scenario as written, the first replication only. For one run;
 * ask for what was written after it.
 */
public final class PacketCapture {
    /** What a capture may grow to, in bytes; Wireshark takes about twice as much memory to open it. */
    public static final long LIMIT_BYTES = 1_000_000_000;

    private final OutputStream out;
    private Capture capture = null;
    private Written written = new Written(0, 0, 0, 0, 0, 0, Optional.empty());

    /**
     * What became of a capture.
     *
     * @param packets how many it holds; one that crosses two links counts twice
     * @param retransmissions how many TCP segments repeat what was sent before, by the senders' own count
     * @param leftOut how many came after it had reached its limit
     * @param links how many links it shows
     * @param bytes how big it is
     * @param readableBytes how much of that is whole, less only after a failure
     * @param failure why it ended before the simulation did, if it did
     */
    public record Written(
            long packets,
            long retransmissions,
            long leftOut,
            int links,
            long bytes,
            long readableBytes,
            Optional<IOException> failure) {}

    /**
     * A capture that has not begun.
     *
     * @param out where it goes, in pcapng; closed when the simulation ends
     */
    public PacketCapture(OutputStream out) {
        this.out = out;
    }

    /** Watches a world that is built and not yet started. */
    void begin(SimWorld world, Scenario scenario) {
        capture = world.capture(out, LIMIT_BYTES, scenario.name() + ", seed " + scenario.seed());
    }

    /** The world stands still. */
    void end() {
        capture.close();
        written = new Written(
                capture.packets(),
                capture.retransmissions(),
                capture.leftOut(),
                capture.links(),
                capture.bytes(),
                capture.handedOnBytes(),
                capture.failure());
    }

    /**
     * What was written.
     *
     * @return all zero before the run is over
     */
    public Written written() {
        return written;
    }
}
