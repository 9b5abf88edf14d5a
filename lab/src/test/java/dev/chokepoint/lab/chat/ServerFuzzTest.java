package dev.chokepoint.lab.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.chokepoint.programs.chat.ChatLimits;
import dev.chokepoint.programs.irc.IrcLimits;
import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.IrcParser;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a few people type, the server never throws, its state stays sound, and all that it says are lines of the allowed
 * length. Ordinary test runs replay the seeds; {@code JAZZER_FUZZ=1} searches for new ones.
 */
class ServerFuzzTest {
    private static final int PEOPLE = 4;
    private static final String[] WORDS = {
        "JOIN",
        "PART",
        "MODE",
        "KICK",
        "INVITE",
        "TOPIC",
        "NAMES",
        "PRIVMSG",
        "NOTICE",
        "TAGMSG",
        "NICK",
        "QUIT",
        "USER",
        "PASS",
        "CAP",
        "LS",
        "302",
        "REQ",
        "END",
        "LIST",
        "WHO",
        "WHOIS",
        "WHOWAS",
        "AWAY",
        "OPER",
        "KILL",
        "STATS",
        "LUSERS",
        "MOTD",
        "USERHOST",
        "ISON",
        "HELP",
        "AUTHENTICATE",
        "PING",
        "PONG",
        "#a",
        "#b",
        "#A,#b",
        "a0",
        "a1",
        "A2,a3",
        "a0,#a",
        "b0",
        "0",
        "+ov",
        "-o+v",
        "+b",
        "+beI",
        "-b",
        "+k",
        "-k",
        "+l",
        "+imnst",
        "-imnst",
        "*!*@*",
        "a*",
        "word",
        "7",
        ":",
        ":some text",
        "*",
        "@#a",
        "+#b",
        "message-tags",
        ":batch labeled-response message-tags",
        "x",
        "server-time",
        "echo-message"
    };

    @FuzzTest(maxDuration = "30s")
    void shouldStandWhatAnybodyTypes(FuzzedDataProvider data) {
        try (Town town = new Town(Kind.SIMULATOR)) {
            List<Typist> people = people(town);
            while (data.remainingBytes() > 0) {
                int who = data.consumeInt(0, PEOPLE - 1);
                people.get(who).typeRaw(data.consumeBytes(data.consumeInt(1, 300)));
                town.world.run(1_000_000);
                Invariants.check(town.chat());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldStayInOrderUnderRandomCommands(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ChatLimits limits = new ChatLimits(9, 10, 20, 20, 20, 20, 8, 2, 2, 2, 3);
        try (Town town = new Town(Kind.SIMULATOR, config -> config.withLimits(limits))) {
            List<Typist> people = people(town);
            List<Typist> all = new ArrayList<>(people);
            for (int i = 0; i < 1_000; i++) {
                int who = random.nextInt(PEOPLE);
                if (people.get(who).isClosed()) {
                    people.set(who, town.person("b" + i));
                    all.add(people.get(who));
                }
                people.get(who).type(command(random));
                town.world.run(500_000);
                Invariants.check(town.chat());
            }
            all.forEach(person -> assertThat(brokenLines(person.received())).isEmpty());
        }
    }

    private static List<Typist> people(Town town) {
        List<Typist> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(town.person("a" + i, "message-tags", "labeled-response", "batch"));
        }
        return people;
    }

    private static String command(SplittableRandom random) {
        StringBuilder line = new StringBuilder(random.nextInt(3) == 0 ? "@label=" + random.nextInt(9) + ";+t " : "");
        int words = random.nextInt(1, 6);
        for (int i = 0; i < words; i++) {
            line.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return line.toString();
    }

    /** Lines that a client would not accept, or that have no command. */
    private static List<String> brokenLines(byte[] received) {
        List<String> broken = new ArrayList<>();
        IrcParser parser = new IrcParser(IrcLimits.FROM_SERVER);
        IrcLine line = new IrcLine(IrcLimits.FROM_SERVER);
        ByteBuffer bytes = ByteBuffer.wrap(received);
        while (bytes.hasRemaining()) {
            IrcParser.Event event = parser.parse(bytes, line);
            if (event == IrcParser.Event.TOO_LONG || line.command().isEmpty() || !line.isUtf8()) {
                broken.add(event + ": " + line);
            }
        }
        assertThat(new String(received, UTF_8)).doesNotContain(" null", ":null", "\0");
        return broken;
    }
}
