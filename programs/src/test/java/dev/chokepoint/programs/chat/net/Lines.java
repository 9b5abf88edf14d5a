package dev.chokepoint.programs.chat.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.IrcParser;
import dev.chokepoint.programs.irc.IrcWriter;
import java.nio.ByteBuffer;

/** Events and their lines, as text. */
final class Lines {
    private Lines() {}

    static NetEvent read(String line) throws LinkException {
        IrcLine parsed = new IrcLine(LinkLines.LIMITS);
        ByteBuffer bytes = ByteBuffer.wrap((line + "\r\n").getBytes(UTF_8));
        assertThat(new IrcParser(LinkLines.LIMITS).parse(bytes, parsed)).isEqualTo(IrcParser.Event.LINE);
        return NetEventReader.read(parsed);
    }

    static String write(NetEvent event) {
        IrcWriter writer = new IrcWriter(LinkLines.LIMITS);
        String line = UTF_8.decode(NetEventWriter.write(event, writer.begin()).bytes())
                .toString();
        assertThat(line).endsWith("\r\n");
        return line.substring(0, line.length() - 2);
    }
}
