package dev.chokepoint.lab.scenario;

import dev.chokepoint.sim.TcpOptions;
import dev.chokepoint.sim.TcpOptions.CongestionControl;
import dev.chokepoint.sim.TcpOptions.Recovery;
import java.util.List;

/** {@code tcp}: how simulated TCP is tuned. */
final class TcpForm implements Form<TcpForm.Tuning> {
    static final List<String> KEYS = List.of(
            "congestion-control",
            "recovery",
            "sack",
            "timestamps",
            "initial-window",
            "delayed-ack",
            "initial-rto",
            "min-rto",
            "nagle");
    static final List<String> ACK_KEYS = List.of("segments", "time");

    static final Tuning STANDARD = new Tuning(TcpOptions.DEFAULT, false);

    private static final TcpOptions DEFAULT = TcpOptions.DEFAULT;

    private final Problems problems;

    TcpForm(Problems problems) {
        this.problems = problems;
    }

    /** The algorithms as their RFCs spell them, in one word. */
    private enum Algorithm {
        CUBIC,
        NEWRENO
    }

    @Override
    public Tuning read(Node node) throws Unfit {
        Section section = new Section("tcp", node, KEYS, problems);
        Algorithm algorithm = section.read("congestion-control", Forms.choice(Algorithm.class), Algorithm.CUBIC);
        Ack ack = section.read(
                "delayed-ack", this::ack, new Ack(DEFAULT.delayedAckSegments(), DEFAULT.delayedAckNanos()));
        TcpOptions options = new TcpOptions(
                algorithm == Algorithm.CUBIC ? CongestionControl.CUBIC : CongestionControl.NEW_RENO,
                section.read("recovery", Forms.choice(Recovery.class), DEFAULT.recovery()),
                section.read("sack", Forms.flag(), DEFAULT.sack()),
                section.read("timestamps", Forms.flag(), DEFAULT.timestamps()),
                section.read("initial-window", Forms.count(1, 1000), DEFAULT.initialWindowSegments()),
                ack.segments,
                ack.nanos,
                section.read("initial-rto", Forms.time("1ms", "60s"), DEFAULT.initialRtoNanos()),
                section.read("min-rto", Forms.time("1ms", "60s"), DEFAULT.minRtoNanos()));
        return new Tuning(options, section.read("nagle", Forms.flag(), false));
    }

    private Ack ack(Node node) throws Unfit {
        Section section = new Section("delayed-ack", node, ACK_KEYS, problems);
        return new Ack(
                section.read("segments", Forms.count(1, 100), DEFAULT.delayedAckSegments()),
                section.read("time", Forms.time("0s", "500ms"), DEFAULT.delayedAckNanos()));
    }

    private record Ack(int segments, long nanos) {}

    /**
     * What the section says.
     *
     * @param options of every connection in the simulator
     * @param nagle whether Nagle's algorithm is on, in both worlds
     */
    record Tuning(TcpOptions options, boolean nagle) {}
}
