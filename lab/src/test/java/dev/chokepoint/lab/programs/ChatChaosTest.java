package dev.chokepoint.lab.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.world.Crash;
import dev.chokepoint.host.world.Fault;
import dev.chokepoint.host.world.SeededRandom;
import dev.chokepoint.lab.programs.People.Person;
import dev.chokepoint.programs.chat.Channel;
import dev.chokepoint.programs.chat.Chat;
import dev.chokepoint.programs.chat.Member;
import dev.chokepoint.programs.chat.ModeChange;
import dev.chokepoint.programs.chat.Topic;
import dev.chokepoint.programs.chat.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random things happen everywhere while links, servers and backplanes fail; once all is well, all servers know the same. */
class ChatChaosTest {
    private static final int SERVERS = 4;
    private static final int STEPS = 400;
    private static final String[] CHANNELS = {"#a", "#b", "#c"};
    private static final String[] NICKS = {"ada", "bob", "eve", "dan", "kim", "Ada", "BOB"};
    private static final String[] MASKS = {"*!*@a", "*!*@b", "x!*@*"};

    private ChatNet net;
    private RandomGenerator random;
    private boolean backplane;
    private final List<Person> people = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("chaos.seeds", 6));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldAgreeInTheEndOverLinks(long seed) {
        run(seed, false);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldAgreeInTheEndOverABackplane(long seed) {
        run(seed, true);
    }

    private void run(long seed, boolean overBackplane) {
        backplane = overBackplane;
        random = new SeededRandom(seed, "chaos");
        try (ChatNet chaotic = new ChatNet(Kind.SIMULATOR, SERVERS)) {
            net = chaotic;
            if (backplane) {
                net.startBackplane();
            }
            for (int server = 0; server < SERVERS; server++) {
                start(server);
            }
            for (int step = 0; step < STEPS; step++) {
                act();
                net.world.run(random.nextLong(20 * ChatNet.MILLI));
            }
            settle();
        }
    }

    /** Over links a chain for even seeds' draws, a star for others. */
    private void start(int server) {
        if (backplane) {
            net.share(server);
        } else if (server == 0) {
            net.start(0);
        } else {
            net.start(server, server == 3 ? 1 : server - 1);
        }
    }

    private void settle() {
        for (Fault fault : faults) {
            fault.close();
        }
        for (int server = 0; server < SERVERS; server++) {
            net.awaitServers(server, SERVERS);
        }
        net.world.run(5000 * ChatNet.MILLI);
        String first = ChatState.of(net.chat(0));
        assertThat(first).contains("user ");
        for (int server = 1; server < SERVERS; server++) {
            assertThat(ChatState.of(net.chat(server)))
                    .as("server %d, after %s", server, net.told)
                    .isEqualTo(first);
        }
    }

    private void act() {
        int server = random.nextInt(SERVERS);
        switch (random.nextInt(40)) {
            case 0 -> fail(server);
            case 1 -> heal();
            case 2, 3, 4, 5 -> people.add(net.come(one(NICKS) + random.nextInt(3), server));
            case 6 -> somebody().ifPresent(Person::breakOff);
            case 7 -> somebody().ifPresent(person -> person.say("QUIT :bye"));
            case 8, 9, 10 -> somebody().ifPresent(person -> person.say("NICK " + one(NICKS)));
            case 11, 12 -> somebody().ifPresent(person -> person.say("PART " + one(CHANNELS) + " :enough"));
            case 13, 14, 15 -> somebody().ifPresent(person -> person.say("PRIVMSG " + one(CHANNELS) + " :well"));
            case 16 -> net.at(server, this::kick);
            case 17 -> net.at(server, this::kill);
            case 18, 19 -> net.at(server, this::topic);
            case 20 -> net.at(server, this::beAway);
            case 21, 22, 23, 24, 25, 26, 27 -> net.at(server, this::modes);
            default -> somebody().ifPresent(person -> person.say("JOIN " + one(CHANNELS)));
        }
    }

    private void fail(int server) {
        switch (random.nextInt(backplane ? 4 : 3)) {
            case 0 -> faults.add(net.cut(server, random.nextInt(SERVERS)));
            case 1 -> {
                net.world.crash(ChatNet.host(server), Crash.PROCESS);
                net.world.run(random.nextLong(500 * ChatNet.MILLI));
                start(server);
            }
            case 2 -> {
                net.world.crash(ChatNet.host(server), Crash.HOST);
                net.world.run(random.nextLong(500 * ChatNet.MILLI));
                start(server);
            }
            default -> {
                net.world.crash("backplane", Crash.PROCESS);
                net.world.run(random.nextLong(500 * ChatNet.MILLI));
                net.startBackplane();
            }
        }
    }

    private void heal() {
        if (!faults.isEmpty()) {
            faults.removeLast().close();
        }
    }

    private Optional<Person> somebody() {
        return people.isEmpty() ? Optional.empty() : Optional.of(people.get(random.nextInt(people.size())));
    }

    private String one(String[] names) {
        return names[random.nextInt(names.length)];
    }

    private Optional<Member> member(Chat chat) {
        Channel channel = chat.channel(one(CHANNELS)).orElse(null);
        return channel == null ? Optional.empty() : Optional.of(channel.member(random.nextInt(channel.size())));
    }

    private void kick(Chat chat) {
        member(chat).ifPresent(member -> chat.membership().kick(chat.self(), member, "out"));
    }

    private void kill(Chat chat) {
        List<User> users = List.copyOf(chat.users());
        if (!users.isEmpty()) {
            chat.presence().kill(chat.self(), users.get(random.nextInt(users.size())), "spam");
        }
    }

    private void topic(Chat chat) {
        String text = random.nextInt(4) == 0 ? "" : "about " + random.nextInt(1000);
        member(chat)
                .ifPresent(member -> chat.membership()
                        .topic(
                                chat.self(),
                                member.channel(),
                                new Topic(text, chat.self().name(), chat.nowSeconds())));
    }

    private void beAway(Chat chat) {
        for (User user : List.copyOf(chat.users())) {
            if (user.isLocal() && random.nextInt(3) == 0) {
                chat.presence().away(user, random.nextBoolean() ? "gone " + random.nextInt(100) : "");
                chat.presence().setModes(user, random.nextInt(8));
            }
        }
    }

    private void modes(Chat chat) {
        member(chat).ifPresent(member -> {
            List<ModeChange> changes = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                changes.add(change(member));
            }
            chat.modes().change(chat.self(), member.channel(), changes);
        });
    }

    private ModeChange change(Member member) {
        boolean on = random.nextInt(5) < 3;
        return switch (random.nextInt(6)) {
            case 0 -> new ModeChange("imnst".charAt(random.nextInt(5)), on, "");
            case 1 -> new ModeChange('k', on, on ? "key" + random.nextInt(9) : "");
            case 2 -> new ModeChange('l', on, on ? "" + (10 + random.nextInt(9)) : "");
            case 3 -> new ModeChange("beI".charAt(random.nextInt(3)), on, one(MASKS));
            default ->
                new ModeChange("ov".charAt(random.nextInt(2)), on, member.user().nick());
        };
    }
}
