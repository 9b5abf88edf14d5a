package dev.chokepoint.programs.irc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IrcParserTest {
    private static final String STREAM = "NICK ann\r\n\r\n@a=b;+c= :ann!u@h privmsg  #x :hi  there: \n"
            + "\rJOIN #grün,#b k \rMODE #x +o :\r\n:s 001 ann";

    @Test
    void shouldReadTheSameLinesWhereverTheyAreSplit() {
        List<String> whole = Lines.read(STREAM);
        int length = STREAM.getBytes(UTF_8).length;

        assertThat(whole)
                .containsExactly(
                        "<||NICK|ann>",
                        "<a=b;+c=|ann!u@h|PRIVMSG|#x|hi  there: >",
                        "<||JOIN|#grün,#b|k>",
                        "<||MODE|#x|+o|>");
        for (int first = 0; first <= length; first++) {
            for (int second = first; second <= length; second++) {
                assertThat(Lines.read(STREAM, first, second)).isEqualTo(whole);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "QUIT~<||QUIT|>",
                "' JOIN  #a '~<||JOIN|#a>",
                ":src~<|src||>",
                ":src AWAY :~<|src|AWAY|>",
                "@t~<t|||>",
                "@t  X~<t||X|>",
                "@ X~<||X|>",
                ": X a~<||X|a>",
                "X :a :b~<||X|a :b>",
                "X a:b c::~<||X|a:b|c::>",
                "X 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16~<||X|1|2|3|4|5|6|7|8|9|10|11|12|13|14|15 16>",
                "X 1 2 3 4 5 6 7 8 9 10 11 12 13 14 :15 16~<||X|1|2|3|4|5|6|7|8|9|10|11|12|13|14|15 16>",
            })
    void shouldTakeLinesApart(String line, String parts) {
        assertThat(Lines.read(line + "\r\n")).containsExactly(parts);
    }

    @Test
    void shouldLeaveOutNul() {
        assertThat(Lines.read("PR\0IVMSG a :\0b\0\n\0\r\n\0")).containsExactly("<||PRIVMSG|a|b>");
    }

    @Test
    void shouldCountTagsAndTheRestApart() {
        String tags = "@" + "t".repeat(4094) + " ";
        String body = "X " + "y".repeat(508);

        assertThat(Lines.read(tags + body + "\r\n" + body + "\r\n")).hasSize(2).doesNotContain("too long");
        assertThat(Lines.read("@t" + tags.substring(1) + "X\r\nY\r\n")).containsExactly("too long", "<||Y|>");
        assertThat(Lines.read("@t " + body + "z\r\nY\r\n")).containsExactly("too long", "<||Y|>");
        assertThat(Lines.read(body + "z\r\nY\r\n")).containsExactly("too long", "<||Y|>");
        assertThat(Lines.read("@" + "t".repeat(9000))).isEmpty();
    }

    @Test
    void shouldSayOnceThatALineIsTooLongWhereverItIsSplit() {
        IrcLimits limits = new IrcLimits(8, 10);
        byte[] stream =
                "@abcdefgh X\r\n0123456789\r\n0123456789a\r\n@abcdef 0123456789\r\n@a 0123456789a\nZ\n".getBytes(UTF_8);
        List<String> whole = Lines.read(limits, stream);

        assertThat(whole)
                .containsExactly(
                        "too long", "<||0123456789|>", "too long", "<abcdef||0123456789|>", "too long", "<||Z|>");
        for (int first = 0; first <= stream.length; first++) {
            for (int second = first; second <= stream.length; second++) {
                assertThat(Lines.read(limits, stream, first, second)).isEqualTo(whole);
            }
        }
    }

    @Test
    void shouldKeepNothingBetweenLines() {
        IrcParser parser = new IrcParser(IrcLimits.FROM_CLIENT);
        IrcLine line = new IrcLine(IrcLimits.FROM_CLIENT);

        parser.parse(bytes("PING :abc"), line);
        assertThat(parser.heldBytes()).isBetween(9, 200);
        parser.parse(bytes("\r\n"), line);
        assertThat(parser.heldBytes()).isZero();
        for (int i = 0; i < 100_000; i++) {
            parser.parse(bytes("@" + "x".repeat(99)), line);
        }
        assertThat(parser.heldBytes()).isLessThan(2 * IrcLimits.FROM_CLIENT.lineBytes());
    }

    @Test
    void shouldFindTags() {
        IrcParser parser = new IrcParser(IrcLimits.FROM_CLIENT);
        IrcLine line = new IrcLine(IrcLimits.FROM_CLIENT);

        parser.parse(bytes("@a=1;ab=x\\:\\s\\\\\\r\\n\\b\\;+c/d;a=2;e= X\r\n"), line);

        assertThat(line.tag("a")).isEqualTo("2");
        assertThat(line.tag("ab")).isEqualTo("x; \\\r\nb");
        assertThat(line.tag("+c/d")).isEmpty();
        assertThat(line.tag("e")).isEmpty();
        assertThat(line.tag("b")).isNull();
        assertThat(line.isCommand("X")).isTrue();
        assertThat(line).hasToString("X");
    }

    @Test
    void shouldAllocateNothingForALineThatIsNotSplit() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        IrcParser parser = new IrcParser(IrcLimits.FROM_CLIENT);
        IrcLine line = new IrcLine(IrcLimits.FROM_CLIENT);
        ByteBuffer stream = bytes(":a!b@c PRIVMSG #x :hello\r\n:s 001 x\r\n");
        countMessages(parser, line, stream, 20_000);

        long before = threads.getCurrentThreadAllocatedBytes();
        int found = countMessages(parser, line, stream, 10_000);

        assertThat(found).isEqualTo(20_000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }

    private static int countMessages(IrcParser parser, IrcLine line, ByteBuffer stream, int times) {
        int found = 0;
        for (int i = 0; i < times; i++) {
            stream.clear();
            while (parser.parse(stream, line) == IrcParser.Event.LINE) {
                found += line.isCommand("PRIVMSG") || line.numeric() == 1 ? 1 : 0;
            }
        }
        return found;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }
}
