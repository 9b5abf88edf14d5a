package dev.chokepoint.programs.irc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What a parser makes of a stream, in words. */
final class Lines {
    private Lines() {}

    static List<String> read(IrcLimits limits, byte[] stream, int... cuts) {
        List<String> events = new ArrayList<>();
        IrcParser parser = new IrcParser(limits);
        IrcLine line = new IrcLine(limits);
        int from = 0;
        for (int cut : IntStream.concat(Arrays.stream(cuts), IntStream.of(stream.length))
                .toArray()) {
            read(parser, line, ByteBuffer.wrap(stream, from, cut - from), events);
            from = cut;
        }
        return events;
    }

    static List<String> read(String stream, int... cuts) {
        return read(IrcLimits.FROM_CLIENT, stream.getBytes(UTF_8), cuts);
    }

    private static void read(IrcParser parser, IrcLine line, ByteBuffer bytes, List<String> events) {
        while (true) {
            switch (parser.parse(bytes, line)) {
                case MORE -> {
                    return;
                }
                case TOO_LONG -> events.add("too long");
                case LINE -> events.add(inWords(line));
            }
        }
    }

    private static String inWords(IrcLine line) {
        List<String> params = new ArrayList<>();
        for (int i = 0; i < line.paramCount(); i++) {
            params.add(line.param(i));
        }
        return "<" + line.tags() + "|" + line.source() + "|" + line.command() + "|" + String.join("|", params) + ">";
    }
}
