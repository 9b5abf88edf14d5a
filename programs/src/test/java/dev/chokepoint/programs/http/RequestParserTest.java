package dev.chokepoint.programs.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestParserTest {
    private static final String TWO_REQUESTS = "GET /a?b=c HTTP/1.1\r\nHost: h\r\nRequest-Id: 17\r\n\r\n"
            + "\r\nPOST / HTTP/1.1\r\nhost:h:80\r\nContent-Length:\t5 \r\nrequest-id: x-1\r\n\r\nhello";
    private static final String CHUNKED = """
            POST http://h/ HTTP/1.1\r
            Host: h\r
            Transfer-Encoding: Chunked\r
            \r
            5\r
            hello\r
            0a;name="v"\r
            0123456789\r
            000\r
            Trailer: t\r
            \r
            HEAD / HTTP/1.0\r
            \r
            """;

    @ParameterizedTest
    @ValueSource(strings = {TWO_REQUESTS, CHUNKED})
    void shouldReadTheSameRequestsWhereverTheyAreSplit(String stream) {
        List<String> whole = Requests.read(stream);

        assertThat(whole).hasSize(3).endsWith("idle");
        for (int first = 0; first <= stream.length(); first++) {
            for (int second = first; second <= stream.length(); second++) {
                assertThat(Requests.read(stream, first, second)).isEqualTo(whole);
            }
        }
        assertThat(Requests.read(stream, Requests.everywhere(stream.length()))).isEqualTo(whole);
    }

    @Test
    void shouldReadPipelinedRequestsWithTheirIds() {
        assertThat(Requests.read(TWO_REQUESTS)).containsExactly("GET keep id=17/17", "POST keep id=x-1/-1", "idle");
    }

    @Test
    void shouldReadChunkedBodiesWithExtensionsAndTrailers() {
        assertThat(Requests.read(CHUNKED)).containsExactly("POST keep id=/-1", "HEAD 1.0 close id=/-1", "idle");
    }

    @Test
    void shouldTellWhetherTheConnectionStaysOpen() {
        assertThat(Requests.read("GET / HTTP/1.1\r\nHost: h\r\nConnection: x, CLOSE\r\n\r\n"))
                .first()
                .isEqualTo("GET close id=/-1");
        assertThat(Requests.read("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n"))
                .first()
                .isEqualTo("GET 1.0 keep id=/-1");
        assertThat(Requests.read("GET / HTTP/1.7\r\nHost: h\r\nConnection: closed\r\n\r\n"))
                .first()
                .isEqualTo("GET keep id=/-1");
    }

    @Test
    void shouldTellARequestThatIsBegunFromNone() {
        assertThat(Requests.read("")).containsExactly("idle");
        assertThat(Requests.read("G")).containsExactly("partial");
        assertThat(Requests.read("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n1"))
                .containsExactly("partial");
    }

    @Test
    void shouldAskForABodyThatTheClientKeepsBackOnlyOnce() throws HttpException {
        RequestParser parser = new RequestParser(HttpLimits.DEFAULT);

        assertThat(parser.parse(
                        bytes("POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n")))
                .isEqualTo(RequestParser.Event.CONTINUE);
        assertThat(parser.parse(bytes("ab"))).isEqualTo(RequestParser.Event.MORE);
        assertThat(parser.parse(bytes("c"))).isEqualTo(RequestParser.Event.REQUEST);
    }

    @Test
    void shouldNotAskForABodyThatIsThereOrWillNotCome() throws HttpException {
        for (String rest : List.of("Content-Length: 1\r\n\r\na", "Content-Length: 0\r\n\r\n", "\r\n")) {
            RequestParser parser = new RequestParser(HttpLimits.DEFAULT);
            assertThat(parser.parse(bytes("POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\n" + rest)))
                    .isEqualTo(RequestParser.Event.REQUEST);
        }
    }

    @Test
    void shouldAllocateNothingForEachRequestOfAKeptConnection() throws HttpException {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        RequestParser parser = new RequestParser(HttpLimits.DEFAULT);
        ByteBuffer stream = bytes(TWO_REQUESTS).duplicate();
        ByteBuffer split = bytes(TWO_REQUESTS);
        readBothWays(parser, stream, split, 2_000);

        long before = threads.getCurrentThreadAllocatedBytes();
        readBothWays(parser, stream, split, 10_000);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }

    private static void readBothWays(RequestParser parser, ByteBuffer whole, ByteBuffer split, int times)
            throws HttpException {
        for (int i = 0; i < times; i++) {
            drain(parser, whole.clear());
            drain(parser, split.clear().limit(30));
            drain(parser, split.limit(split.capacity()));
        }
    }

    private static void drain(RequestParser parser, ByteBuffer in) throws HttpException {
        while (in.hasRemaining()) {
            parser.parse(in);
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
    }
}
