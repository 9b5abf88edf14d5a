package dev.chokepoint.programs.irc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class IrcWriterTest {
    private final IrcWriter writer = new IrcWriter(IrcLimits.FROM_SERVER);

    private String line() {
        return UTF_8.decode(writer.bytes()).toString();
    }

    @Test
    void shouldWriteALine() {
        writer.begin().tag("a", "x; y").tags("b;c=1").source("s.x").command(Numeric.RPL_WELCOME);
        writer.param("ann").param(7).text("Hi ").append("there").append("!".getBytes(UTF_8));

        assertThat(line()).isEqualTo("@a=x\\:\\sy;b;c=1 :s.x 001 ann 7 :Hi there!\r\n");
        assertThat(writer.payload().length()).isEqualTo(line().length());
    }

    @Test
    void shouldWriteWhatAParserReads() {
        writer.begin()
                .tag("t", "")
                .source("a!b@c")
                .command("PRIVMSG")
                .param("#x")
                .text("");
        assertThat(Lines.read(line())).containsExactly("<t|a!b@c|PRIVMSG|#x|>");
    }

    @Test
    void shouldCutBetweenCharacters() {
        writer.begin().command("X").text("é".repeat(300));
        assertThat(line()).isEqualTo("X :" + "é".repeat(253) + "\r\n");

        writer.begin().tag("k", "v").command("XY").text("é".repeat(300));
        assertThat(line()).isEqualTo("@k=v XY :" + "é".repeat(253) + "\r\n").hasSize(9 + 253 + 2);

        ByteBuffer long700 = ByteBuffer.wrap("\uD83D\uDE00".repeat(175).getBytes(UTF_8));
        writer.begin().command("X").text(long700, 0, 700);
        assertThat(line()).isEqualTo("X :" + "\uD83D\uDE00".repeat(126) + "\r\n");
        assertThat(writer.roomBytes()).isZero();
    }

    @Test
    void shouldNeverWriteTwoLines() {
        writer.begin().source("a\nb").command("X").param("c\rd").text("e\0f\r\ng");
        assertThat(line()).isEqualTo(":a b X c d :e f  g\r\n");
    }

    @Test
    void shouldLeaveOutTagsWithoutRoom() {
        IrcWriter small = new IrcWriter(new IrcLimits(10, 20));
        small.begin().tag("a", "1").tag("bcd", "123").tag("e", "2").command("X");
        assertThat(UTF_8.decode(small.bytes()).toString()).isEqualTo("@a=1;e=2 X\r\n");
    }
}
