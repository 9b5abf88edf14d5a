package dev.chokepoint.lab.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegistrationTest {
    @ParameterizedTest
    @EnumSource
    void shouldWelcomeWhoeverSaysNickAndUser(Kind kind) {
        try (Town town = new Town(kind)) {
            Typist ann = town.stranger();

            List<String> greeting = ann.says("NICK ann", "USER ann 0 * :Ann Person");

            assertThat(greeting.getFirst())
                    .isEqualTo(":irc.example.org 001 ann :Welcome to the Chokepoint Network, ann!~ann@127.82.0.2");
            assertThat(greeting.get(1)).startsWith(":irc.example.org 002 ann :Your host is irc.example.org, running");
            assertThat(greeting.get(2)).startsWith(":irc.example.org 003 ann :This server was created ");
            assertThat(greeting.get(3))
                    .isEqualTo(":irc.example.org 004 ann irc.example.org chokepoint-0.1 iosw beIiklmnostv beIklov");
            assertThat(String.join("\n", greeting))
                    .contains(" 005 ann ", "CHANMODES=beI,k,l,imnst", "PREFIX=(ov)@+", ":are supported by this server");
        }
    }

    @Test
    void shouldCarryMessages() {
        try (Town town = new Town(Kind.SIMULATOR)) {
            Typist ann = town.person("ann");
            Typist bob = town.person("bob");

            assertThat(ann.says("JOIN #x"))
                    .containsExactly(
                            ":ann!~ann@127.82.0.2 JOIN #x",
                            ":irc.example.org 353 ann = #x :@ann",
                            ":irc.example.org 366 ann #x :End of NAMES list");
            bob.says("JOIN #X", "PRIVMSG #x :hello, world");
            assertThat(ann.sync())
                    .containsExactly(":bob!~bob@127.82.0.2 JOIN #x", ":bob!~bob@127.82.0.2 PRIVMSG #x :hello, world");
            ann.says("PART #x :bye", "PRIVMSG bob hi");
            assertThat(bob.sync())
                    .containsExactly(":ann!~ann@127.82.0.2 PART #x :bye", ":ann!~ann@127.82.0.2 PRIVMSG bob :hi");
        }
    }
}
