package dev.chokepoint.lab.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.programs.chat.ChatServerConfig;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Operators, and what they may do. */
class OperTest {
    private static Parlour parlour(Kind kind) {
        return new Parlour(kind, config -> config.withPolicy(Policies.withOper()));
    }

    /** Comes first, from an address that may. */
    private static Person oper(Parlour parlour) {
        Person alice = parlour.come("boss").say("OPER Alice secret");
        parlour.await(alice, "MODE boss :+os\r\n");
        parlour.await(alice, " 381 boss :You are now an IRC operator\r\n");
        return alice;
    }

    @ParameterizedTest
    @EnumSource
    void shouldMakeOperatorsOfThoseWhoKnowThePasswordOnly(Kind kind) {
        try (Parlour parlour = parlour(kind)) {
            Person boss = oper(parlour);
            Person eve = parlour.come("eve").say("OPER alice guess");
            parlour.await(eve, " 464 eve :Password incorrect\r\n");
            parlour.await(boss, "*** Notice -- Failed OPER attempt by eve!~eve@127.82.1.2 as alice\r\n");
            eve.say("OPER mallory secret")
                    .say("OPER alice")
                    .say("KILL boss :x")
                    .say("WALLOPS :x")
                    .say("REHASH");
            parlour.await(eve, " 491 eve :No O-lines for your host\r\n");
            parlour.await(eve, " 461 eve OPER :Not enough parameters\r\n");
            for (int i = 0; i < 3; i++) {
                parlour.await(eve, " 481 eve :Permission Denied- You're not an IRC operator\r\n");
            }
            Person far =
                    parlour.connect(15).say("NICK far").say("USER far 0 * :F").say("OPER alice secret");
            parlour.await(far, " 491 far :");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldKill(Kind kind) {
        try (Parlour parlour = parlour(kind)) {
            Person boss = oper(parlour);
            Person eve = parlour.come("eve").say("JOIN #a");
            Person bob = parlour.come("bob").say("JOIN #a");
            parlour.await(bob, " 366 bob #a");
            boss.say("KILL nobody :x").say("KILL irc.example.net :x").say("KILL eve :enough of that");
            parlour.await(boss, " 401 boss nobody :");
            parlour.await(boss, " 483 boss :You cant kill a server!\r\n");
            parlour.await(eve, ":boss!~boss@127.82.1.1 KILL eve :enough of that\r\n");
            parlour.await(eve, "ERROR :Closing Link: 127.82.1.2 (Killed (boss (enough of that)))\r\n");
            parlour.awaitClosed(eve);
            parlour.await(bob, ":eve!~eve@127.82.1.2 QUIT :Killed (boss (enough of that))\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellWallopsToThoseWhoWantThem(Kind kind) {
        try (Parlour parlour = parlour(kind)) {
            Person boss = oper(parlour);
            Person listener = parlour.come("listener").say("MODE listener +w");
            parlour.await(listener, "MODE listener :+w\r\n");
            Person other = parlour.come("other");
            boss.say("WALLOPS :hear ye");
            parlour.await(listener, ":boss!~boss@127.82.1.1 WALLOPS :hear ye\r\n");
            other.say("PING 1");
            parlour.await(other, "PONG");
            assertThat(other.all()).doesNotContain("hear ye");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldBanForATimeAndEndThoseWhoAreThere(Kind kind) {
        try (Parlour parlour = parlour(kind)) {
            Person boss = oper(parlour);
            Person eve = parlour.come("eve");
            boss.say("KLINE 1 ~eve@* :go away");
            parlour.await(boss, "boss has set a K-line on ~eve@* for 1 min (go away)\r\n");
            parlour.awaitClosed(eve);
            assertThat(eve.all()).contains("ERROR :Closing Link: 127.82.1.2 (K-lined: go away)");
            Person again = parlour.connect().say("NICK eve").say("USER eve 0 * :E");
            parlour.awaitClosed(again);
            boss.say("STATS k");
            parlour.await(boss, " 216 boss K ~eve@* :go away (by boss, ");
            parlour.await(boss, " 219 boss k :End of STATS report\r\n");
            boss.say("UNKLINE ~eve@*");
            parlour.await(boss, "boss has lifted the K-line on ~eve@*\r\n");
            parlour.come("eve");

            boss.say("DLINE 127.82.1.0/24 :all of them").say("STATS d");
            parlour.await(boss, " 225 boss D 127.82.1.0/24 :all of them (by boss)\r\n");
            Person late = parlour.connect();
            parlour.awaitClosed(late);
            assertThat(late.all()).contains("(D-lined: all of them)");
            assertThat(boss.isClosed()).as("operators stay").isFalse();
            boss.say("KLINE *@* :x")
                    .say("DLINE 10.0.0.1/8 :x")
                    .say("UNDLINE 10.0.0.0/8")
                    .say("KLINE a@b@c");
            parlour.await(boss, "KLINE: *@* hits everybody");
            parlour.await(boss, "DLINE: 10.0.0.1/8 is not the first address of its range");
            parlour.await(boss, "there is no D-line on 10.0.0.0/8");
            parlour.await(boss, "is not of the form user@host");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldForgetABanWhoseTimeIsOver(Kind kind) {
        if (kind == Kind.SOCKETS) {
            return; // a minute of it
        }
        try (Parlour parlour = parlour(kind)) {
            Person boss = oper(parlour);
            boss.say("KLINE 1 ~eve@* :for a while");
            parlour.await(boss, "for 1 min");
            parlour.world.run(61 * Policies.SECOND);
            parlour.come("eve");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadTheConfigurationAgain(Kind kind) {
        AtomicReference<ChatServerConfig> file = new AtomicReference<>();
        try (Parlour parlour = new Parlour(kind, config -> config.withPolicy(Policies.withOper()), () -> {
            if (file.get() == null) {
                throw new IllegalStateException("chat.yaml:1:1: no good");
            }
            return file.get();
        })) {
            Person boss = oper(parlour);
            boss.say("REHASH");
            parlour.await(boss, " 382 boss irc.example.net :Rehashing\r\n");
            parlour.await(boss, "The configuration can't be read, the old one stays: chat.yaml:1:1: no good\r\n");
            file.set(ChatServerConfig.of(Parlour.NAME, Address.inet("127.82.0.1", 0))
                    .withPolicy(Policies.withBans())
                    .withMotd(List.of("News.")));
            boss.say("REHASH");
            parlour.await(boss, "boss has made the server read its configuration again\r\n");
            boss.say("MOTD").say("STATS k");
            parlour.await(boss, " 372 boss :- News.\r\n");
            parlour.await(boss, " 216 boss K ~*bot@* :no bots (by the configuration)\r\n");
        }
    }
}
