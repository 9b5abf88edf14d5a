package dev.chokepoint.lab.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.world.Crash;
import dev.chokepoint.lab.programs.People.Person;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three chat servers that share a backplane. */
class ChatBackplaneTest {
    private static ChatNet shared(Kind kind) {
        ChatNet net = new ChatNet(kind, 3);
        net.startBackplane();
        for (int server = 0; server < 3; server++) {
            net.share(server);
        }
        awaitAll(net);
        return net;
    }

    private static void awaitAll(ChatNet net) {
        for (int server = 0; server < 3; server++) {
            net.awaitServers(server, 3);
        }
    }

    private static void join(ChatNet net, Person... people) {
        for (Person person : people) {
            person.say("JOIN #room.1");
            net.runUntil(() -> person.hasHeard(" 366 "));
            net.world.run(50 * ChatNet.MILLI);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldCarryATalkOnlyToServersWithMembers(Kind kind) {
        try (ChatNet net = shared(kind)) {
            Person ada = net.comeIn("ada", 0);
            Person bob = net.comeIn("bob", 1);
            Person eve = net.comeIn("eve", 1);
            join(net, ada, bob, eve);
            assertThat(eve.heard()).contains("@ada");
            long heardBefore = net.counts(2).heard();
            for (int i = 0; i < 10; i++) {
                ada.say("PRIVMSG #room.1 :" + i);
            }
            net.runUntil(() -> bob.hasHeard("#room.1 :9") && eve.hasHeard("#room.1 :9"));
            eve.say("PRIVMSG ada :between us");
            net.runUntil(() -> ada.hasHeard("PRIVMSG ada :between us"));

            assertThat(net.counts(0).messagesTold()).isEqualTo(10);
            assertThat(net.counts(1).messagesTold()).isEqualTo(1);
            assertThat(net.counts(2).heard()).isEqualTo(heardBefore);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSyncAServerThatComesLateOrIsStartedAgain(Kind kind) {
        try (ChatNet net = shared(kind)) {
            Person ada = net.comeIn("ada", 0);
            Person bob = net.comeIn("bob", 1);
            join(net, ada, bob);
            net.close(1);
            net.share(1);
            net.runUntil(() -> ada.hasHeard(":bob!~bob@127.83.0.201 QUIT :s0.example s1.example"));
            awaitAll(net);
            net.world.run(200 * ChatNet.MILLI);
            Person again = net.comeIn("bob", 1);
            join(net, again);
            assertThat(again.heard()).contains("@ada");
            ada.say("PRIVMSG #room.1 :welcome back");
            net.runUntil(() -> again.hasHeard(":welcome back"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldLoseASilentServer(Kind kind) {
        try (ChatNet net = shared(kind)) {
            net.world.crash(ChatNet.host(2), Crash.HOST);
            net.awaitServers(0, 2);
            net.awaitServers(1, 2);
            assertThat(net.told).contains("0 lost s2.example: silent for 1500 ms");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeAloneWithoutTheBackplaneAndTogetherAgainWithIt(Kind kind) {
        try (ChatNet net = shared(kind)) {
            Person ada = net.comeIn("ada", 0);
            Person bob = net.comeIn("bob", 1);
            Person dan = net.comeIn("dan", 0);
            join(net, ada, bob, dan);
            net.world.crash("backplane", Crash.PROCESS);
            net.awaitServers(0, 1);
            net.awaitServers(1, 1);
            ada.say("PRIVMSG #room.1 :anybody?");
            net.runUntil(() -> dan.hasHeard(":anybody?"));
            assertThat(net.counts(0).usersLost()).isEqualTo(1);

            net.startBackplane();
            awaitAll(net);
            net.runUntil(() -> count(ada, "bob!~bob@127.83.0.201 JOIN") == 2);
            bob.say("PRIVMSG #room.1 :here");
            net.runUntil(() -> ada.hasHeard(":here"));
            assertThat(bob.heard()).doesNotContain("anybody?");
        }
    }

    private static int count(Person person, String part) {
        return person.heard().split(part, -1).length - 1;
    }
}
