package dev.chokepoint.lab.scenario;

import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.ask.AskServerConfig;
import java.util.List;

/** {@code stream}: the limits of every connection. */
final class StreamForm implements Form<StreamOptions> {
    static final List<String> KEYS = List.of("window", "high-mark", "send-limit", "backlog", "connect-timeout");

    private static final StreamOptions STANDARD = StreamOptions.DEFAULT;

    private final Problems problems;

    StreamForm(Problems problems) {
        this.problems = problems;
    }

    @Override
    public StreamOptions read(Node node) throws Unfit {
        Section section = new Section("stream", node, KEYS, problems);
        int window = section.read("window", bytes("4kB"), STANDARD.windowBytes());
        int highMark = section.read("high-mark", bytes("1B"), STANDARD.highMarkBytes());
        int sendLimit = section.read("send-limit", bytes("1B"), STANDARD.sendLimitBytes());
        int backlog = section.read("backlog", Forms.count(1, 65_535), STANDARD.backlog());
        long timeout = section.read("connect-timeout", Forms.time("1ms", "10min"), STANDARD.connectTimeoutNanos());
        if (sendLimit - highMark < AskServerConfig.SEND_ROOM_BYTES) {
            throw new Unfit(
                    node,
                    "send-limit " + sendLimit + "B must be at least " + AskServerConfig.SEND_ROOM_BYTES
                            + "B above high-mark " + highMark + "B",
                    "raise send-limit, or lower high-mark");
        }
        return new StreamOptions(highMark, sendLimit, window, backlog, timeout, false);
    }

    private static Form<Integer> bytes(String min) {
        return node -> Math.toIntExact(Forms.size(min, "1GB").read(node));
    }
}
