package dev.chokepoint.lab.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Logging in with SASL PLAIN (IRCv3 SASL 3.2). */
class SaslTest {
    private static Parlour parlour(Kind kind) {
        return new Parlour(kind, config -> config.withPolicy(Policies.withAccount()));
    }

    private static String plain(String identity, String name, String password) {
        String message = identity + "\0" + name + "\0" + password;
        return Base64.getEncoder().encodeToString(message.getBytes(UTF_8));
    }

    private static Person begun(Parlour parlour, String nick) {
        Person person = parlour.connect()
                .say("CAP LS 302")
                .say("NICK " + nick)
                .say("USER " + nick + " 0 * :" + nick)
                .say("CAP REQ :sasl");
        parlour.await(person, " ACK :sasl");
        person.say("AUTHENTICATE PLAIN");
        parlour.await(person, "AUTHENTICATE +\r\n");
        return person;
    }

    @ParameterizedTest
    @EnumSource
    void shouldLogInWithTheRightPassword(Kind kind) {
        try (Parlour parlour = parlour(kind)) {
            Person bob = begun(parlour, "bobby");
            assertThat(bob.all()).containsPattern("CAP \\S+ LS :.*\\bsasl=PLAIN\\b");

            bob.say("AUTHENTICATE " + plain("", "bob", "tanstaafl"));
            parlour.await(bob, " 900 bobby bobby!~bobby@127.82.1.1 bob :You are now logged in as bob\r\n");
            parlour.await(bob, " 903 bobby :SASL authentication successful\r\n");
            bob.say("AUTHENTICATE PLAIN");
            parlour.await(bob, " 907 bobby :");
            bob.say("CAP END");
            parlour.await(bob, " 001 bobby :");
            bob.say("WHOIS bobby");
            parlour.await(bob, " 330 bobby bobby bob :is logged in as\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseWhatIsNotRight(Kind kind) {
        try (Parlour parlour = parlour(kind)) {
            Person person = begun(parlour, "eve");
            String[] wrong = {
                plain("", "bob", "wrong"),
                plain("", "alice", "tanstaafl"),
                plain("alice", "bob", "tanstaafl"),
                "Ym9i",
                "!!!",
                "+"
            };
            for (String message : wrong) {
                person.say("AUTHENTICATE " + message);
                parlour.await(person, " 904 eve :SASL authentication failed\r\n");
                person.say("AUTHENTICATE PLAIN");
                parlour.await(person, "AUTHENTICATE +\r\n");
            }
            person.say("AUTHENTICATE *");
            parlour.await(person, " 906 eve :SASL authentication aborted\r\n");
            person.say("AUTHENTICATE " + "A".repeat(401));
            parlour.await(person, " 905 eve :SASL message too long\r\n");
            person.say("AUTHENTICATE EXTERNAL");
            parlour.await(person, " 908 eve PLAIN :are available SASL mechanisms\r\n");
            parlour.await(person, " 904 eve ");
            person.say("CAP END");
            parlour.await(person, " 001 eve :");
            assertThat(person.all()).doesNotContain(" 900 ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTakeAMessageInPieces(Kind kind) {
        try (Parlour parlour = parlour(kind)) {
            Person person = begun(parlour, "long");
            String whole = plain("", "bob", "x".repeat(300 - 5)); // 400 characters: an empty piece must follow
            assertThat(whole).hasSize(400);
            person.say("AUTHENTICATE " + whole).say("AUTHENTICATE +");
            parlour.await(person, " 904 long ");

            person.say("AUTHENTICATE PLAIN");
            parlour.await(person, "AUTHENTICATE +\r\n");
            person.say("AUTHENTICATE " + whole).say("AUTHENTICATE " + whole).say("AUTHENTICATE " + whole);
            parlour.await(person, " 905 long ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldNotOfferWhatNobodyCanUse(Kind kind) {
        try (Parlour parlour = new Parlour(kind, config -> config)) {
            Person person = parlour.connect().say("CAP LS 302").say("CAP REQ :sasl");
            parlour.await(person, " NAK :sasl");
            assertThat(person.all()).doesNotContain("sasl=");
            person.say("AUTHENTICATE PLAIN");
            parlour.await(person, " 904 * :");
        }
    }
}
