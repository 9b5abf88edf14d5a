package dev.chokepoint.programs.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseParserTest {
    private static final String STREAM = "HTTP/1.1 100 Continue\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nRequest-Id: 0000000000000000007\r\nContent-Length: 5\r\n\r\nhello"
            + "HTTP/1.1 503 \r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
            + "HTTP/1.1 304 Not Modified\r\nContent-Length: 99\r\n\r\n"
            + "HTTP/1.1 404 Not \u00e9 Found\r\nConnection: close\r\n\r\nuntil the end";

    @Test
    void shouldReadEachKindOfBody() {
        assertThat(Responses.read(STREAM))
                .containsExactly("200 keep id=7", "503 keep id=-1", "304 keep id=-1", "404 close id=-1");
    }

    @Test
    void shouldReadTheSameResponsesWhereverTheyAreSplit() {
        List<String> whole = Responses.read(STREAM);

        for (int first = 0; first <= STREAM.length(); first++) {
            for (int second = first; second <= STREAM.length(); second++) {
                assertThat(Responses.read(STREAM, first, second)).isEqualTo(whole);
            }
        }
        assertThat(Responses.read(STREAM, Requests.everywhere(STREAM.length()))).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.0,'',close", "HTTP/1.0,keep-alive,keep", "HTTP/1.1,'',keep", "HTTP/1.1,close,close"})
    void shouldTellWhetherTheConnectionStaysOpen(String version, String connection, String outcome) {
        String head = version + " 200 OK\r\nContent-Length: 0\r\nConnection: " + connection + "\r\n\r\n";

        assertThat(Responses.read(head)).containsExactly("200 " + outcome + " id=-1", "idle");
    }

    @Test
    void shouldNotTakeAResponseThatIsCutShortForWhole() {
        assertThat(Responses.read("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell"))
                .containsExactly("partial");
        assertThat(Responses.read("HTTP/1.1 200 OK\r\n")).containsExactly("partial");
        assertThat(Responses.read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"))
                .containsExactly("partial");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\n",
                "HTTP/1.1\r\n",
                "HTTP/1.1 \r\n",
                "HTTP/1.1 200\r\n",
                "HTTP/1.1 20 OK\r\n",
                "HTTP/1.1 2000 OK\r\n",
                "HTTP/1.1 099 OK\r\n",
                "HTTP/1.1 2x0 OK\r\n",
                "HTTP/1.1  200 OK\r\n",
                "HTTP/2.0 200 OK\r\n",
                "HTTP/1.1 200 O\0K\r\n",
                "HTTP/1.1 200 OK\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1073741825\r\n\r\n",
                "HTTP/1.1 200 OK\r\nA : b\r\n"
            })
    void shouldRefuseWhatIsNotAResponse(String stream) {
        assertThat(Responses.read(stream)).singleElement().asString().startsWith("refused: ");
        assertThat(Responses.read(stream, Requests.everywhere(stream.length()))).isEqualTo(Responses.read(stream));
    }

    @Test
    void shouldBoundABodyThatOnlyTheConnectionEnds() {
        byte[] stream = ("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(101)).getBytes(ISO_8859_1);

        assertThat(Responses.read(new HttpLimits(60, 60, 200, 100), stream))
                .singleElement()
                .asString()
                .contains("longer than 100 bytes");
    }
}
