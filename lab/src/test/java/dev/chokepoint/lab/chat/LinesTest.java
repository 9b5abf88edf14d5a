package dev.chokepoint.lab.chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.StreamOptions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lines that are too long, malformed, split, or not read. */
class LinesTest {
    private static final String S = ":irc.example.org ";

    @Test
    void shouldRefuseLongLinesAndGoOn() {
        try (Town town = new Town(Kind.SIMULATOR)) {
            Typist ann = town.person("ann");

            assertThat(ann.says("PRIVMSG ann :" + "x".repeat(498), "PRIVMSG ann :" + "x".repeat(400)))
                    .containsExactly(
                            S + "417 ann :Input line was too long",
                            ":ann!~ann@127.82.0.2 PRIVMSG ann :" + "x".repeat(400));
            assertThat(ann.says("@a=" + "b".repeat(4093) + " PING x"))
                    .containsExactly(S + "417 ann :Input line was too long");
        }
    }

    @Test
    void shouldCutWhatGetsTooLongByItsSource() {
        try (Town town = new Town(Kind.SIMULATOR)) {
            Typist ann = town.person("ann");

            String got = ann.says("PRIVMSG ann :" + "é".repeat(248)).getFirst();

            assertThat(got.getBytes(UTF_8)).hasSizeBetween(509, 510);
            assertThat(got).endsWith("é");
        }
    }

    @Test
    void shouldRefuseWhatIsNotUtf8() {
        try (Town town = new Town(Kind.SIMULATOR)) {
            Typist ann = town.person("ann");
            ann.typeRaw("PRIVMSG ann :gr\u00fcn\r\n".getBytes(ISO_8859_1));

            assertThat(ann.sync())
                    .containsExactly(
                            S + "FAIL PRIVMSG INVALID_UTF8 :Message rejected, your IRC software MUST use UTF-8");
        }
    }

    @Test
    void shouldSayWhatIsMissing() {
        try (Town town = new Town(Kind.SIMULATOR)) {
            Typist ann = town.stranger();
            assertThat(ann.says("JOIN #x", "NONSENSE", "NICK", "PING"))
                    .containsExactly(
                            S + "451 * :You have not registered",
                            S + "451 * :You have not registered",
                            S + "431 * :No nickname given",
                            S + "409 * :No origin specified");
            ann.says("NICK ann", "USER ann 0 * :Ann");
            assertThat(ann.says(
                            "nonsense",
                            "PRIVMSG",
                            "PRIVMSG ann",
                            "PRIVMSG ann :",
                            "NOTICE",
                            "PRIVMSG dan :x",
                            "USER a b c d"))
                    .containsExactly(
                            S + "421 ann NONSENSE :Unknown command",
                            S + "411 ann :No recipient given (PRIVMSG)",
                            S + "412 ann :No text to send",
                            S + "412 ann :No text to send",
                            S + "401 ann dan :No such nick/channel",
                            S + "462 ann :You may not reregister");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldUnderstandLinesWhereverTheyAreSplit(Kind kind) {
        try (Town town = new Town(kind)) {
            Typist ann = town.person("ann");
            byte[] line = "PRIVMSG ann :gr\u00fcn\r\n".getBytes(UTF_8);
            for (int cut = 1; cut < line.length; cut++) {
                ann.typeRaw(Arrays.copyOf(line, cut));
                town.world.run(1_000_000);
                ann.typeRaw(Arrays.copyOfRange(line, cut, line.length));
            }

            assertThat(ann.sync()).hasSize(line.length - 1).containsOnly(":ann!~ann@127.82.0.2 PRIVMSG ann :gr\u00fcn");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldDropWhoeverDoesNotRead(Kind kind) {
        StreamOptions narrow = StreamOptions.DEFAULT.withWindow(16 << 10).withSendMarks(8 << 10, 32 << 10);
        try (Town town = new Town(kind, config -> config.withStream(narrow))) {
            Typist ann = town.person("ann");
            Typist bob = town.stranger(narrow);
            bob.says("NICK bob", "USER bob 0 * :Bob", "JOIN #x");
            ann.says("JOIN #x");
            bob.stopReading();
            String line = "PRIVMSG #x :" + "x".repeat(400);

            List<String> heard = List.of();
            for (int i = 0; i < 300 && heard.isEmpty(); i++) {
                for (int n = 0; n < 10; n++) {
                    ann.type(line);
                }
                heard = ann.sync();
            }

            assertThat(heard).containsExactly(":bob!~bob@127.82.0.2 QUIT :Max SendQ exceeded");
        }
    }
}
