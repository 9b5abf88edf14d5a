package dev.chokepoint.programs.chat.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.IrcParser;
import dev.chokepoint.programs.irc.IrcWriter;
import java.nio.ByteBuffer;

/**
 * Whatever another server sends: reading throws nothing but its own exception, and what was read is written so that it reads the
 * same. Ordinary test runs replay the seeds; {@code JAZZER_FUZZ=1} searches for new ones.
 */
class NetEventFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void shouldReadAnyLines(FuzzedDataProvider data) {
        IrcParser parser = new IrcParser(LinkLines.LIMITS);
        IrcLine line = new IrcLine(LinkLines.LIMITS);
        ByteBuffer bytes = ByteBuffer.wrap(data.consumeRemainingAsBytes());
        for (var found = parser.parse(bytes, line); found != IrcParser.Event.MORE; found = parser.parse(bytes, line)) {
            if (found == IrcParser.Event.LINE && line.isUtf8()) {
                check(line);
            }
        }
    }

    private static void check(IrcLine line) {
        NetEvent event;
        try {
            event = NetEventReader.read(line);
        } catch (LinkException e) {
            assertThat(e).hasMessageContaining("must ");
            return;
        }
        if (event != null) {
            reread(event);
        }
    }

    private static void reread(NetEvent event) {
        IrcLine again = new IrcLine(LinkLines.LIMITS);
        ByteBuffer written = NetEventWriter.write(event, new IrcWriter(LinkLines.LIMITS).begin())
                .bytes();
        assertThat(new IrcParser(LinkLines.LIMITS).parse(written, again)).isEqualTo(IrcParser.Event.LINE);
        try {
            assertThat(NetEventReader.read(again)).isEqualTo(event);
        } catch (LinkException e) {
            throw new AssertionError(event + " can't be read again", e);
        }
    }
}
