package dev.chokepoint.lab.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.world.Crash;
import dev.chokepoint.host.world.Fault;
import dev.chokepoint.lab.programs.People.Person;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Chat servers that are linked: a chain 0 - 1 - 2, or a star. */
class ChatLinksTest {
    /** As IRCv3's netsplit batch has it. */
    private static final String NETSPLIT = String.join(
            "\r\n",
            ":s1.example BATCH \\+(\\S+) netsplit s1.example :s0.example",
            "@batch=\\1 :ada!~ada@127.83.0.201 QUIT :s1.example s0.example",
            ":s1.example BATCH :?-\\1");

    private static ChatNet chain(Kind kind) {
        ChatNet net = new ChatNet(kind, 3);
        net.start(0);
        net.start(1, 0);
        net.start(2, 1);
        for (int server = 0; server < 3; server++) {
            net.awaitServers(server, 3);
        }
        return net;
    }

    private static void join(ChatNet net, String channel, Person... people) {
        for (Person person : people) {
            person.say("JOIN " + channel);
            net.runUntil(() -> person.hasHeard(" 366 "));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldCarryATalkAlongAChain(Kind kind) {
        try (ChatNet net = chain(kind)) {
            Person ada = net.comeIn("ada", 0);
            Person bob = net.comeIn("bob", 2);
            join(net, "#room", ada);
            net.world.run(50 * ChatNet.MILLI);
            join(net, "#room", bob);
            net.runUntil(() -> ada.hasHeard(":bob!~bob@127.83.0.201 JOIN"));
            assertThat(bob.heard()).contains("353 bob = #room :").contains("@ada");

            bob.say("PRIVMSG #room :hello, room").say("PRIVMSG ada :hello, ada");
            net.runUntil(() -> ada.hasHeard("PRIVMSG ada :hello, ada"));
            assertThat(ada.heard()).contains(":bob!~bob@127.83.0.201 PRIVMSG #room :hello, room\r\n");

            ada.say("TOPIC #room :weather").say("MODE #room +vk bob sun").say("NICK countess");
            net.runUntil(() -> bob.hasHeard("NICK :countess"));
            assertThat(bob.heard())
                    .contains(":ada!~ada@127.83.0.201 TOPIC #room :weather\r\n")
                    .contains(":ada!~ada@127.83.0.201 MODE #room +vk bob sun\r\n");

            ada.say("KICK #room bob :too sunny");
            net.runUntil(() -> bob.hasHeard("KICK #room bob :too sunny"));
            bob.say("QUIT :gone");
            net.runUntil(bob::isGone);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSendAMessageOnlyWhereMembersAre(Kind kind) {
        try (ChatNet net = new ChatNet(kind, 4)) {
            net.start(0);
            for (int leaf = 1; leaf < 4; leaf++) {
                net.start(leaf, 0);
            }
            for (int server = 0; server < 4; server++) {
                net.awaitServers(server, 4);
            }
            Person ada = net.comeIn("ada", 1);
            Person bob = net.comeIn("bob", 2);
            Person eve = net.comeIn("eve", 2);
            join(net, "#room", ada);
            net.world.run(50 * ChatNet.MILLI);
            join(net, "#room", bob, eve);
            net.runUntil(() -> ada.hasHeard(":eve!") && eve.hasHeard("@ada"));
            for (int i = 0; i < 10; i++) {
                ada.say("PRIVMSG #room :" + i);
            }
            net.runUntil(() -> bob.hasHeard("#room :9") && eve.hasHeard("#room :9"));

            // one line a link for the two of them, and none to server 3
            assertThat(net.counts(1).messagesTold()).isEqualTo(10);
            assertThat(net.counts(0).messagesTold()).isEqualTo(10);
            assertThat(net.counts(2).messagesTold()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSplitAndComeTogetherAgain(Kind kind) {
        try (ChatNet net = chain(kind)) {
            Person ada = net.comeIn("ada", 0);
            Person bob = net.comeIn("bob", 2);
            Person dan = net.comeIn("dan", 1).say("CAP REQ :batch message-tags");
            join(net, "#room", ada, bob, dan);
            net.runUntil(() -> ada.hasHeard(":dan!") && ada.hasHeard(":bob!"));

            Fault cut = net.cut(0, 1);
            net.awaitServers(0, 1);
            net.awaitServers(2, 2);
            net.runUntil(() -> ada.hasHeard(":bob!~bob@127.83.0.201 QUIT :s0.example s1.example\r\n"));
            net.runUntil(() -> bob.hasHeard(":ada!~ada@127.83.0.201 QUIT :s1.example s0.example\r\n"));
            bob.say("PRIVMSG #room :anybody?").say("TOPIC #room :alone");
            net.runUntil(() -> dan.hasHeard(":anybody?"));
            assertThat(net.counts(0).usersLost()).isEqualTo(2);
            assertThat(dan.heard()).containsPattern(NETSPLIT);

            cut.close();
            net.awaitServers(0, 3);
            net.awaitServers(2, 3);
            bob.say("PRIVMSG #room :together again");
            net.runUntil(() -> ada.hasHeard(":together again"));
            assertThat(ada.heard()).doesNotContain("anybody?").contains("@127.83.0.201 JOIN #room");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldLetTheElderKeepANickname(Kind kind) {
        try (ChatNet net = new ChatNet(kind, 2)) {
            Fault apart = net.cut(0, 1);
            net.start(0);
            net.start(1, 0);
            Person elder = net.comeIn("ada", 1);
            net.world.run(10 * ChatNet.MILLI);
            Person younger = net.comeIn("ADA", 0);
            Person witness = net.comeIn("eve", 0);
            join(net, "#room", younger, witness);
            join(net, "#room", elder);
            apart.close();

            net.runUntil(() -> witness.hasHeard(":ADA!~ADA@127.83.0.201 NICK :1AA0"));
            net.runUntil(() -> younger.hasHeard(":ADA!~ADA@127.83.0.201 NICK :1AA0"));
            younger.say("NICK beth").say("PRIVMSG ada :you had it first");
            net.runUntil(() -> elder.hasHeard("PRIVMSG ada :you had it first"));
            net.runUntil(() -> elder.hasHeard("NICK :beth"));
            assertThat(elder.heard()).doesNotContain(":ada!~ada@127.83.0.201 NICK");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTakeTheChannelThatWasFoundedFirst(Kind kind) {
        try (ChatNet net = new ChatNet(kind, 2)) {
            Fault apart = net.cut(0, 1);
            net.start(0);
            net.start(1, 0);
            Person ada = net.comeIn("ada", 0);
            Person bob = net.comeIn("bob", 1);
            join(net, "#room", ada);
            ada.say("MODE #room +m").say("TOPIC #room :first");
            net.runUntil(() -> ada.hasHeard(":first"));
            net.world.run(10 * ChatNet.MILLI);
            join(net, "#ROOM", bob);
            bob.say("MODE #room +ib *!*@nowhere").say("TOPIC #room :second");
            net.runUntil(() -> bob.hasHeard(":second"));
            apart.close();

            net.runUntil(() -> bob.hasHeard(":first"));
            assertThat(bob.heard()).contains(":s1.example MODE #ROOM -");
            bob.say("PRIVMSG #room :may I?");
            net.runUntil(() -> bob.hasHeard(" 404 "));
            assertThat(ada.heard()).doesNotContain(":second").doesNotContain("may I?");
            net.runUntil(() -> ada.hasHeard(":bob!~bob@127.83.0.201 JOIN"));
            if (kind == Kind.SIMULATOR) {
                assertThat(ChatState.of(net.chat(0))).isEqualTo(ChatState.of(net.chat(1)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldMissACrashedServersUsersAndKnowItAgainWhenItIsBack(Kind kind) {
        try (ChatNet net = chain(kind)) {
            Person ada = net.comeIn("ada", 0);
            Person bob = net.comeIn("bob", 1);
            join(net, "#room", ada);
            join(net, "#room", bob);
            net.runUntil(() -> ada.hasHeard(":bob!"));

            net.world.crash(ChatNet.host(1), Crash.PROCESS);
            net.awaitServers(0, 1);
            net.runUntil(() -> ada.hasHeard(":bob!~bob@127.83.0.201 QUIT :s0.example s1.example"));
            net.start(1, 0);
            net.awaitServers(0, 3);
            net.awaitServers(2, 3);
            Person again = net.comeIn("bob", 1);
            join(net, "#room", again);
            ada.say("PRIVMSG #room :welcome back");
            net.runUntil(() -> again.hasHeard(":welcome back"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindOutThatAHostIsSilent(Kind kind) {
        try (ChatNet net = chain(kind)) {
            net.world.crash(ChatNet.host(1), Crash.HOST);
            net.awaitServers(0, 1);
            net.awaitServers(2, 1);
            assertThat(net.told).anyMatch(line -> line.startsWith("0 lost s1.example: silent for 3000 ms"));
            net.start(1, 0);
            net.awaitServers(0, 3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseAWrongPasswordAndALoopAndGoOn(Kind kind) {
        try (ChatNet net = chain(kind)) {
            net.close(2);
            net.start(2, "guessed", 1);
            net.runUntil(() -> net.told.stream().anyMatch(line -> line.contains("wrong password")));
            net.close(2);
            net.start(2, 1, 0);
            net.awaitServers(2, 3);
            net.runUntil(
                    () -> net.told.stream().anyMatch(line -> line.startsWith("2 failed") && line.contains("loop")));
            net.awaitServers(0, 3);
            net.awaitServers(1, 3);
        }
    }
}
