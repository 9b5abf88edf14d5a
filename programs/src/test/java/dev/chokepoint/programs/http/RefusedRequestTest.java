package dev.chokepoint.programs.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is against the rules, too large, or open to two readings (RFC 9112 section 11.2) is refused by name. */
class RefusedRequestTest {
    private static final HttpLimits SMALL = new HttpLimits(40, 50, 200, 100);
    private static final String LINE = "POST / HTTP/1.1\r\n";
    private static final String HEAD = LINE + "Host: h\r\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";

    static Stream<Arguments> requests() {
        return Stream.of(firstLines(), headerLines(), framing(), chunks(), limits())
                .flatMap(s -> s);
    }

    private static Stream<Arguments> firstLines() {
        return Stream.of(
                arguments(400, "single spaces", "GET\r\n"),
                arguments(400, "single spaces", "GET /\r\n"),
                arguments(400, "single spaces", " GET / HTTP/1.1\r\n"),
                arguments(400, "single spaces", "\r\n\r\n"),
                arguments(400, "version", "GET  / HTTP/1.1\r\n"),
                arguments(400, "version", "GET / HTTP/1.1 \r\n"),
                arguments(400, "version", "GET / http/1.1\r\n"),
                arguments(400, "version", "GET / HTTP/1.10\r\n"),
                arguments(400, "version", "GET / HTTP/1,1\r\n"),
                arguments(400, "version", "GET /a b HTTP/1.1\r\n"),
                arguments(505, "version", "GET / HTTP/2.0\r\n"),
                arguments(505, "version", "PRI * HTTP/2.0\r\n"),
                arguments(400, "method", "G(T / HTTP/1.1\r\n"),
                arguments(501, "method", "get / HTTP/1.1\r\n"),
                arguments(501, "method", "DELETE / HTTP/1.1\r\n"),
                arguments(400, "target", "GET x HTTP/1.1\r\n"),
                arguments(400, "target", "GET http:// HTTP/1.1\r\n"),
                arguments(400, "target", "GET /\u00e9 HTTP/1.1\r\n"),
                arguments(400, "target", "GET /\r HTTP/1.1\r\n"),
                arguments(400, "LF without CR", "GET / HTTP/1.1\n"),
                arguments(400, "LF without CR", "\n"));
    }

    private static Stream<Arguments> headerLines() {
        return Stream.of(
                arguments(400, "before the colon", HEAD + "A : b\r\n"),
                arguments(400, "folding", HEAD + "A: b\r\n c\r\n"),
                arguments(400, "folding", LINE + "\tHost: h\r\n"),
                arguments(400, "no colon", HEAD + "A\r\n"),
                arguments(400, "name", HEAD + ": b\r\n"),
                arguments(400, "name", HEAD + "A(: b\r\n"),
                arguments(400, "name", HEAD + "\u00e9: b\r\n"),
                arguments(400, "control", HEAD + "A: b\0\r\n"),
                arguments(400, "control", HEAD + "A: b\rc\r\n"),
                arguments(400, "control", HEAD + "A: b\r\r\n"),
                arguments(400, "LF without CR", HEAD + "A: b\n"),
                arguments(400, "LF without CR", HEAD + "\n"),
                arguments(400, "no Host", LINE + "\r\n"),
                arguments(400, "more than one Host", HEAD + "Host: h\r\n\r\n"),
                arguments(400, "not a host", LINE + "Host: a b\r\n"),
                arguments(400, "not a host", LINE + "Host: a,b\r\n"),
                arguments(417, "expectation", HEAD + "Expect: miracles\r\n"),
                arguments(400, "Request-Id", HEAD + "Request-Id:\r\n"),
                arguments(400, "Request-Id", HEAD + "Request-Id: a b\r\n"),
                arguments(400, "Request-Id", HEAD + "Request-Id: 1\r\nRequest-Id: 1\r\n"),
                arguments(400, "Request-Id", HEAD + "Request-Id: " + "1".repeat(65) + "\r\n"));
    }

    private static Stream<Arguments> framing() {
        return Stream.of(
                arguments(400, "both", HEAD + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"),
                arguments(400, "both", HEAD + "Transfer-Encoding: chunked\r\ncontent-length: 1\r\n\r\n"),
                arguments(400, "more than one Content", HEAD + "Content-Length: 1\r\nContent-Length: 2\r\n"),
                arguments(400, "more than one Content", HEAD + "Content-Length: 1\r\nContent-Length: 1\r\n"),
                arguments(400, "Content-Length", HEAD + "Content-Length: 1, 1\r\n"),
                arguments(400, "Content-Length", HEAD + "Content-Length: +1\r\n"),
                arguments(400, "Content-Length", HEAD + "Content-Length: -1\r\n"),
                arguments(400, "Content-Length", HEAD + "Content-Length: 0x1\r\n"),
                arguments(400, "Content-Length", HEAD + "Content-Length:\r\n"),
                arguments(400, "2^63", HEAD + "Content-Length: 9223372036854775808\r\n"),
                arguments(413, "1073741824", HEAD + "Content-Length: 9223372036854775807\r\n\r\n"),
                arguments(501, "coding", HEAD + "Transfer-Encoding: gzip, chunked\r\n"),
                arguments(501, "coding", HEAD + "Transfer-Encoding: xchunked\r\n"),
                arguments(501, "coding", HEAD + "Transfer-Encoding: chunked, chunked\r\n"),
                arguments(501, "coding", HEAD + "Transfer-Encoding:\r\n"),
                arguments(
                        400, "more than one Tr", HEAD + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"),
                arguments(400, "HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"));
    }

    private static Stream<Arguments> chunks() {
        return Stream.of(
                arguments(400, "hexadecimal", CHUNKED + "\r\n"),
                arguments(400, "hexadecimal", CHUNKED + "g\r\n"),
                arguments(400, "hexadecimal", CHUNKED + "0x1\r\n"),
                arguments(400, "hexadecimal", CHUNKED + " 1\r\n"),
                arguments(400, "hexadecimal", CHUNKED + "1 \r\n"),
                arguments(400, "hexadecimal", CHUNKED + "-1\r\n"),
                arguments(400, "extension", CHUNKED + "1;a\rb\r\n"),
                arguments(400, "256", CHUNKED + "1;" + "a".repeat(255) + "\r\n"),
                arguments(413, "chunk", CHUNKED + "8000000000000000\r\n"),
                arguments(413, "1073741824", CHUNKED + "7fffffffffffffff\r\n"),
                arguments(400, "LF without CR", CHUNKED + "1\n"),
                arguments(400, "follows a chunk", CHUNKED + "1\r\nabcd"),
                arguments(400, "folding", CHUNKED + "0\r\n a: b\r\n"),
                arguments(400, "before the colon", CHUNKED + "0\r\nGET / HTTP/1.1\r\n"));
    }

    private static Stream<Arguments> limits() {
        return Stream.of(
                arguments(414, "8192", "GET /" + "a".repeat(8192) + " HTTP/1.1\r\n"),
                arguments(414, "8192", "GET /" + "a".repeat(8192)),
                arguments(431, "8192", HEAD + "A: " + "a".repeat(8192)),
                arguments(431, "32768", HEAD + ("A: " + "a".repeat(8000) + "\r\n").repeat(5)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void shouldRefuse(int status, String why, String request) {
        List<String> whole = Requests.read(request);

        assertThat(whole).singleElement().asString().startsWith(status + " ").contains(why);
        assertThat(Requests.read(request, Requests.everywhere(request.length())))
                .isEqualTo(whole);
    }

    static Stream<Arguments> smallLimits() {
        String get = "GET / HTTP/1.1\r\nHost: h\r\n";
        String chunked = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
        String chunk = "1e\r\n" + "x".repeat(30) + "\r\n";
        return Stream.of(
                arguments(
                        "GET /" + "a".repeat(26) + " HTTP/1.1\r\nHost: h\r\n\r\n",
                        "GET /" + "a".repeat(27) + " HTTP/1.1\r\n",
                        414),
                arguments(get + "A: " + "a".repeat(47) + "\r\n\r\n", get + "A: " + "a".repeat(48) + "\r\n", 431),
                arguments(get + "A:\r\n".repeat(47) + "\r\n", get + "A:\r\n".repeat(48), 431),
                arguments(
                        get + "Content-Length: 100\r\n\r\n" + "x".repeat(100),
                        get + "Content-Length: 101\r\n\r\n",
                        413),
                arguments(chunked + chunk.repeat(3) + "0\r\n\r\n", chunked + chunk.repeat(4), 413));
    }

    @ParameterizedTest
    @MethodSource("smallLimits")
    void shouldAcceptWhatIsAtALimitAndRefuseOneMore(String within, String beyond, int status) {
        assertThat(Requests.read(SMALL, within.getBytes(ISO_8859_1))).hasSize(2).endsWith("idle");
        assertThat(Requests.read(SMALL, beyond.getBytes(ISO_8859_1)))
                .singleElement()
                .asString()
                .startsWith(status + " ");
    }
}
