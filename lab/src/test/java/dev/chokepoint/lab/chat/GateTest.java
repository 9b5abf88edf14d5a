package dev.chokepoint.lab.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.chat.ChatServerConfig;
import dev.chokepoint.programs.chat.guard.FloodRule;
import dev.chokepoint.programs.chat.guard.Policy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who comes in, who doesn't, and who must go. */
class GateTest {
    private static final FloodRule FIVE_AT_ONCE = new FloodRule(100_000_000, 400_000_000);

    private static Parlour parlour(Kind kind, Policy policy) {
        return new Parlour(kind, config -> config.withPolicy(policy));
    }

    private static Person said(Parlour parlour, String... lines) {
        Person person = parlour.connect();
        for (String line : lines) {
            person.say(line);
        }
        return person;
    }

    @ParameterizedTest
    @EnumSource
    void shouldAskForThePassword(Kind kind) {
        try (Parlour parlour = parlour(kind, Policies.withPassword())) {
            Person right = said(parlour, "PASS sesame", "NICK a", "USER a 0 * :A");
            Person wrong = said(parlour, "PASS barley", "NICK b", "USER b 0 * :B");
            Person none = said(parlour, "NICK c", "USER c 0 * :C");

            parlour.await(right, " 001 a :");
            for (Person refused : new Person[] {wrong, none}) {
                parlour.awaitClosed(refused);
                assertThat(refused.all())
                        .contains(" 464 ", ":Password incorrect", "ERROR :Closing Link: ", "(Bad Password)")
                        .doesNotContain(" 001 ");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTurnAwayBannedAddressesAndUsers(Kind kind) {
        try (Parlour parlour = parlour(kind, Policies.withBans())) {
            Person proxy = parlour.connect(18);
            Person bot = said(parlour, "NICK r", "USER spambot 0 * :R");
            Person good = parlour.come("good");

            parlour.awaitClosed(proxy);
            assertThat(proxy.all()).startsWith("ERROR :Closing Link: ").contains("(D-lined: no proxies)");
            parlour.awaitClosed(bot);
            assertThat(bot.all())
                    .contains(" 465 r :You are banned", "(K-lined: no bots)")
                    .doesNotContain(" 001 ");
            assertThat(good.isClosed()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldLimitConnectionsOfOneAddressAndOfAll(Kind kind) {
        try (Parlour parlour = parlour(kind, Policies.withPlaces(3, 2))) {
            Person first = parlour.connect(0).say("NICK a").say("USER a 0 * :A");
            parlour.await(first, " 001 a ");
            Person second = parlour.connect(0).say("NICK b").say("USER b 0 * :B");
            parlour.await(second, " 001 b ");
            Person third = parlour.connect(0);
            parlour.awaitClosed(third);
            assertThat(third.all()).contains("(Too many connections from your address)");

            parlour.await(parlour.connect(1).say("NICK c").say("USER c 0 * :C"), " 001 c ");
            Person full = parlour.connect(2);
            parlour.awaitClosed(full);
            assertThat(full.all()).contains("(Server is full)");

            first.say("QUIT");
            parlour.awaitClosed(first);
            parlour.await(parlour.connect(0).say("NICK d").say("USER d 0 * :D"), " 001 d ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveUpThoseWhoNeverSayWhoTheyAre(Kind kind) {
        try (Parlour parlour = parlour(kind, Policies.withTimeouts(1, 60))) {
            Person silent = said(parlour, "NICK a");
            parlour.awaitClosed(silent);
            assertThat(silent.all()).contains("(Registration timed out)");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldPingThoseWhoAreSilentAndGiveThemUp(Kind kind) {
        try (Parlour parlour = parlour(kind, Policies.withTimeouts(30, 1))) {
            Person gone = parlour.come("gone");
            Person here = parlour.come("here");
            here.say("JOIN #a");
            gone.say("JOIN #a");
            for (int i = 0; i < 4; i++) {
                parlour.await(here, "PING :irc.example.net\r\n");
                here.say("PONG irc.example.net");
            }
            parlour.awaitClosed(gone);
            assertThat(gone.all()).contains("PING :irc.example.net", "(Ping timeout: 2 seconds)");
            assertThat(here.all()).contains("QUIT :Ping timeout: 2 seconds");
            assertThat(here.isClosed()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldLetFastTalkersWaitAndLoseNothing(Kind kind) {
        try (Parlour parlour = parlour(kind, Policies.withFlood(FIVE_AT_ONCE))) {
            Person person = parlour.come("fast");
            long begun = parlour.world.nanoTime();
            for (int i = 0; i < 20; i++) {
                person.say("PING " + i);
            }
            for (int i = 0; i < 20; i++) {
                parlour.await(person, "PONG irc.example.net :" + i + "\r\n");
            }
            assertThat(parlour.world.nanoTime() - begun).isGreaterThan(1_400_000_000L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldEndAnExcessFlood(Kind kind) {
        try (Parlour parlour = parlour(kind, Policies.withFlood(FIVE_AT_ONCE))) {
            Person person = parlour.come("flood");
            for (int i = 0; i < 300; i++) {
                person.say("PING " + i);
            }
            parlour.awaitClosed(person);
            assertThat(person.all()).contains("(Excess Flood)");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldDropWhoNeverReads(Kind kind) {
        StreamOptions narrow =
                StreamOptions.DEFAULT.withSendMarks(8_000, 64_000).withWindow(8_000);
        try (Parlour parlour = new Parlour(kind, config -> stream(config, narrow))) {
            Person deaf = parlour.come("deaf");
            Person other = parlour.come("other");
            deaf.say("JOIN #a");
            parlour.await(deaf, " 366 deaf #a");
            other.say("JOIN #a");
            parlour.await(other, " 366 other #a");
            deaf.stopReading();
            String text = "x".repeat(400);
            while (!other.all().contains("QUIT :Max SendQ exceeded")) {
                for (int i = 0; i < 100; i++) {
                    other.say("PRIVMSG #a :" + text);
                }
                other.say("PING next");
                parlour.await(other, "PONG");
            }
            parlour.awaitClosed(deaf);
        }
    }

    private static ChatServerConfig stream(ChatServerConfig config, StreamOptions options) {
        return config.withStream(options);
    }
}
