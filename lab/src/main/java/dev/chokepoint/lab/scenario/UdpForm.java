package dev.chokepoint.lab.scenario;

import dev.chokepoint.programs.ask.Retries;
import java.util.List;

/** {@code udp}: what becomes of a request whose answer does not come. */
final class UdpForm implements Form<Transport.Udp> {
    static final List<String> KEYS = List.of("retries", "timeout");

    /** Nothing is sent twice; after a second without an answer the request is lost. */
    static final Transport.Udp STANDARD = new Transport.Udp(new Retries(0, 1_000_000_000L));

    private final Problems problems;

    UdpForm(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Transport.Udp read(Node node) throws Unfit {
        Section section = new Section("udp", node, KEYS, problems);
        return new Transport.Udp(new Retries(
                section.read(
                        "retries",
                        Forms.count(0, Retries.MOST_MAX),
                        STANDARD.retries().most()),
                section.read(
                        "timeout", Forms.time("1ms", "60s"), STANDARD.retries().timeoutNanos())));
    }
}
