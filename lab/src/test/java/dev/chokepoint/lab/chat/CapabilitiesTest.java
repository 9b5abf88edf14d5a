package dev.chokepoint.lab.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** IRCv3: what clients can ask for, and what lines look like then. */
class CapabilitiesTest {
    private static final String S = ":irc.example.org ";
    private static final String ANN = ":ann!~ann@127.82.0.2 ";
    private static final String TIME = "time=2026-01-02T03:04:0\\d\\.\\d{3}Z";
    private static final String ID = "msgid=[0-9a-f]{10}-[0-9a-z]+";

    private final Town town = new Town(Kind.SIMULATOR);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void shouldWaitForTheEndOfNegotiation() {
        Typist ann = town.stranger();

        assertThat(ann.says("CAP LS 302", "NICK ann", "USER ann 0 * :Ann"))
                .containsExactly(S
                        + "CAP * LS :message-tags server-time echo-message labeled-response batch multi-prefix"
                        + " cap-notify");
        assertThat(ann.says(
                        "CAP REQ :multi-prefix batch",
                        "CAP REQ :batch nonsense",
                        "CAP REQ :-batch",
                        "CAP LIST",
                        "CAP X"))
                .containsExactly(
                        S + "CAP ann ACK :multi-prefix batch",
                        S + "CAP ann NAK :batch nonsense",
                        S + "CAP ann ACK :-batch",
                        S + "CAP ann LIST :multi-prefix cap-notify",
                        S + "410 ann X :Invalid CAP command");
        assertThat(ann.says("CAP END")).element(0).asString().startsWith(S + "001 ann :");
    }

    @Test
    void shouldShowTagsToThoseWhoAskedForThem() {
        Typist ann = town.person("ann", "message-tags");
        Typist bob = town.person("bob", "message-tags", "server-time");
        Typist cat = town.person("cat", "server-time");
        Typist dan = town.person("dan");
        for (Typist each : List.of(ann, bob, cat, dan)) {
            each.says("JOIN #x");
        }
        List.of(ann, bob, cat, dan).forEach(Typist::sync);

        ann.says("@+x=1;y=2;+z PRIVMSG #x :hi", "@+typing=active TAGMSG #x");

        assertThat(bob.sync())
                .satisfiesExactly(
                        said -> assertThat(said)
                                .matches("@" + TIME + ";" + ID + ";\\+x=1;\\+z " + ANN + "PRIVMSG #x :hi"),
                        tags -> assertThat(tags)
                                .matches("@" + TIME + ";" + ID + ";\\+typing=active " + ANN + "TAGMSG #x"));
        assertThat(cat.sync()).singleElement().asString().matches("@" + TIME + " " + ANN + "PRIVMSG #x :hi");
        assertThat(dan.sync()).containsExactly(ANN + "PRIVMSG #x :hi");
        assertThat(dan.says("TAGMSG #x")).containsExactly(S + "421 dan TAGMSG :Unknown command");
    }

    @Test
    void shouldEchoWithTheSameId() {
        Typist ann = town.person("ann", "message-tags", "echo-message");
        Typist bob = town.person("bob", "message-tags");

        String echoed = ann.says("PRIVMSG bob :hi").getFirst();

        assertThat(echoed).matches("@" + ID + " " + ANN + "PRIVMSG bob :hi");
        assertThat(bob.sync()).containsExactly(echoed);
    }

    @Test
    void shouldLabelAnswers() {
        Typist ann = town.person("ann", "labeled-response", "batch", "echo-message", "message-tags");
        town.person("bob");

        assertThat(ann.says("@label=a PING x", "@label=b PONG x"))
                .containsExactly("@label=a " + S + "PONG irc.example.org :x", "@label=b " + S + "ACK");
        assertThat(ann.says("@label=c PRIVMSG bob :hi"))
                .singleElement()
                .asString()
                .matches("@label=c;" + ID + " " + ANN + "PRIVMSG bob :hi");
        List<String> joined = ann.says("@label=d;+x JOIN #x");
        String id = joined.getFirst().replaceAll(".* BATCH \\+(\\S+) .*", "$1");
        assertThat(joined)
                .containsExactly(
                        "@label=d " + S + "BATCH +" + id + " :labeled-response",
                        "@batch=" + id + " " + ANN + "JOIN #x",
                        "@batch=" + id + " " + S + "353 ann = #x :@ann",
                        "@batch=" + id + " " + S + "366 ann #x :End of NAMES list",
                        S + "BATCH :-" + id);
        ann.type("@label=e QUIT");
        assertThat(ann.untilClosed())
                .containsExactly("@label=e " + S + "ACK", "ERROR :Closing Link: 127.82.0.2 (Client Quit)");
    }

    @Test
    void shouldShowAllSigns() {
        Typist ann = town.person("ann", "multi-prefix");
        ann.says("JOIN #x", "MODE #x +v ann");

        assertThat(ann.says("NAMES #x")).contains(S + "353 ann = #x :@+ann");
        assertThat(town.person("bob").says("NAMES #x")).contains(S + "353 bob = #x :@ann");
    }
}
