package dev.chokepoint.programs.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, masks, and what a server supports. */
class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "Ann-1", "[x]\\`_^{|}", "p0"})
    void shouldAllowNicks(String nick) {
        assertThat(IrcNames.isNick(nick, 10)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "-a", "a b", "a.b", "a!b", "a@b", "#a", "a,b", "é", "a*", "elevenchars", "~a"})
    void shouldRefuseNicks(String nick) {
        assertThat(IrcNames.isNick(nick, 10)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "#a~true",
                "##~true",
                "#grün:x~true",
                "#~false",
                "a~false",
                "#a b~false",
                "'#a,b'~false",
                "&a~false"
            })
    void shouldTellChannelNames(String name, boolean valid) {
        assertThat(IrcNames.isChannel(name, 20)).isEqualTo(valid);
        assertThat(IrcNames.isChannel(name + "x".repeat(20), 20)).isFalse();
        assertThat(IrcNames.isChannel(name + "\u0007", 20)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"irc.example.org, true", "a.b, true", "abc, false", ".ab, false", "a.b., false", "a b.c, false"})
    void shouldTellServerNames(String name, boolean valid) {
        assertThat(IrcNames.isServer(name)).isEqualTo(valid);
    }

    @Test
    void shouldMapCase() {
        assertThat(CaseMapping.RFC1459.fold("#A[]\\~Ö")).isEqualTo("#a{}|^Ö");
        assertThat(CaseMapping.ASCII.fold("#A[]\\~")).isEqualTo("#a[]\\~");
        assertThat(CaseMapping.RFC1459.same("Ann[", "aNN{")).isTrue();
        assertThat(CaseMapping.ASCII.same("Ann[", "aNN{")).isFalse();
        assertThat(CaseMapping.ASCII.same("a", "ab")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "*!*@*, a!b@c, true",
        "a*c, abbbc, true",
        "a*c, abbb, false",
        "a?c, abc, true",
        "a?c, ac, false",
        "A[?, a{x, true",
        "'', a, false",
        "*, '', true",
        "a\\*, a*, true",
        "a\\*, ab, false",
        "*a*b*, xxaxxbxx, true",
        "*a*b, xxaxxbxx, false",
        "\\, \\, true",
    })
    void shouldMatchMasks(String mask, String text, boolean matches) {
        assertThat(Mask.matches(mask, text, CaseMapping.RFC1459)).isEqualTo(matches);
    }

    @Test
    void shouldMatchMaliciousMasksInTime() {
        assertThat(Mask.matches("*a".repeat(200) + "b", "a".repeat(500), CaseMapping.ASCII))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ann, ann!*@*", "u@h, *!u@h", "n!u, n!u@*", "n!u@h, n!u@h", "@h, *!*@h", "n!, n!*@*", "n!@h, n!*@h"})
    void shouldCompleteMasks(String given, String complete) {
        assertThat(Mask.complete(given)).isEqualTo(complete);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nick!user@host", "irc.example.org", "nick", "nick@host", "nick!user"})
    void shouldTakeSourcesApart(String source) {
        assertThat(Hostmask.of(source)).hasToString(source);
    }

    @Test
    void shouldReadWhatItSupports() {
        Isupport server =
                new Isupport().put("EXCEPTS", "").put("NETWORK", "A B\\").put("NICKLEN", "9");
        for (int i = 0; i < 20; i++) {
            server.put("T" + i, "v");
        }
        Isupport client = new Isupport();
        for (String tokens : server.lines()) {
            assertThat(tokens.split(" ")).hasSizeLessThanOrEqualTo(13);
            client.read(parsed("005 ann " + tokens + " :" + Isupport.TEXT + "\n"));
        }
        client.read(parsed("005 ann -NICKLEN :" + Isupport.TEXT + "\n"));

        assertThat(server.lines()).hasSize(2);
        assertThat(client.get("EXCEPTS", "no")).isEmpty();
        assertThat(client.get("NETWORK", "")).isEqualTo("A B\\");
        assertThat(client.get("NICKLEN", "none")).isEqualTo("none");
        assertThat(client.get("T19", "")).isEqualTo("v");
    }

    private static IrcLine parsed(String text) {
        IrcLine line = new IrcLine(IrcLimits.FROM_SERVER);
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        assertThat(new IrcParser(IrcLimits.FROM_SERVER).parse(bytes, line)).isEqualTo(IrcParser.Event.LINE);
        return line;
    }
}
