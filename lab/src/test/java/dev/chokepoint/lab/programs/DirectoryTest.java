package dev.chokepoint.lab.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.direct.Directory;
import dev.chokepoint.programs.direct.DirectoryConfig;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The directory's protocol, line by line. */
class DirectoryTest {
    /** Two people on one host, of whom the second begins when the first has heard something. */
    private static final class Pair implements Program, Session {
        private final Address directory;
        private final String[] says;
        private final boolean secondLeaves;
        /** Each guarded by itself. */
        private final StringBuilder[] heard = {new StringBuilder(), new StringBuilder()};

        private final Connection[] connections = new Connection[2];
        private final boolean[] closed = new boolean[2];
        private Host host;

        Pair(Address directory, String first, String second, boolean secondLeaves) {
            this.directory = directory;
            says = new String[] {first, second};
            this.secondLeaves = secondLeaves;
        }

        @Override
        public void start(Host lane) {
            host = lane;
            connect(0);
        }

        private void connect(int who) {
            connections[who] = host.connect(host.addresses().getFirst(), directory, StreamOptions.DEFAULT, who, this);
            connections[who].send(StandardCharsets.UTF_8.encode(says[who]));
        }

        @Override
        public void onBytes(Connection connection, ByteBuffer bytes) {
            int who = (int) connection.tag();
            boolean whole = bytes.get(bytes.limit() - 1) == '\n';
            synchronized (heard[who]) {
                heard[who].append(StandardCharsets.UTF_8.decode(bytes));
            }
            if (who == 0 && connections[1] == null && whole) {
                connect(1);
            } else if (who == 1 && secondLeaves && whole) {
                connection.close();
            }
        }

        @Override
        public void onClose(Connection connection, CloseReason reason) {
            closed[(int) connection.tag()] = true;
        }

        List<String> heard(int who) {
            synchronized (heard[who]) {
                return heard[who].toString().lines().toList();
            }
        }
    }

    private static Stage directory(Kind kind, int peopleMost, int roomsMost) {
        Stage stage = new Stage(kind);
        stage.serve((at, told) ->
                new Directory(new DirectoryConfig(at, StreamOptions.DEFAULT, peopleMost, roomsMost), told));
        return stage;
    }

    private static Pair talk(Stage stage, String first, String second, boolean secondLeaves) {
        Pair[] pair = new Pair[1];
        stage.ask(at -> {
            pair[0] = new Pair(at, first, second, secondLeaves);
            return pair[0];
        });
        return pair[0];
    }

    private static final String ANN = "HELLO ann 10.0.0.1:5000\nJOIN #a\n";
    private static final String BOB = "HELLO bob 10.0.0.2:5000\r\nJOIN #a\r\n";

    @ParameterizedTest
    @EnumSource
    void shouldTellEachOfTheOther(Kind kind) {
        try (Stage stage = directory(kind, 10, 10)) {
            Pair pair = talk(stage, ANN, BOB, false);
            stage.runUntil(() -> pair.heard(1).size() == 2 && pair.heard(0).size() == 2);

            assertThat(pair.heard(0)).containsExactly("JOINED #a 1", "CAME #a bob 10.0.0.2:5000");
            assertThat(pair.heard(1)).containsExactly("MEMBER #a ann 10.0.0.1:5000", "JOINED #a 2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellWhoHasLeftWhetherOrNotTheySaySo(Kind kind) {
        try (Stage stage = directory(kind, 10, 10)) {
            Pair closes = talk(stage, ANN, BOB, true);
            stage.runUntil(() -> closes.heard(0).size() == 3);

            assertThat(closes.heard(0)).endsWith("LEFT #a bob");
        }
        try (Stage stage = directory(kind, 10, 10)) {
            Pair parts = talk(stage, ANN, BOB + "PART #a\n", false);
            stage.runUntil(() -> parts.heard(0).size() == 3);

            assertThat(parts.heard(0)).endsWith("LEFT #a bob");
            assertThat(parts.closed[1]).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldKnowNothingOfOtherRooms(Kind kind) {
        try (Stage stage = directory(kind, 10, 10)) {
            Pair pair = talk(stage, ANN, "HELLO bob 10.0.0.2:5000\nJOIN #b\nJOIN #a\n", false);
            stage.runUntil(() -> pair.heard(1).size() == 3);

            assertThat(pair.heard(1)).containsExactly("JOINED #b 1", "MEMBER #a ann 10.0.0.1:5000", "JOINED #a 2");
        }
    }

    private static void assertRefused(Kind kind, String says, String answer) {
        try (Stage stage = directory(kind, 1, 1)) {
            Pair pair = talk(stage, says, "", false);
            stage.runUntil(() -> pair.closed[0]);

            assertThat(pair.heard(0)).endsWith("ERROR " + answer);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayWhatIsWrongAndEndTheStream(Kind kind) {
        assertRefused(kind, "JOIN #a\n", "say who you are first: HELLO NAME ADDRESS");
        assertRefused(kind, "HI\n", "unknown word \"HI\": HELLO, JOIN and PART are known");
        assertRefused(kind, "HELLO ann\n", "write HELLO NAME ADDRESS");
        assertRefused(kind, "HELLO  10.0.0.1:1\n", "a name has 1 to 64 visible characters");
        assertRefused(
                kind,
                "HELLO ann here\n",
                "\"here\" is not an address: write 127.0.0.1:7000, [::1]:7000 or unix:/tmp/ask.sock");
        assertRefused(kind, ANN + "HELLO ann 10.0.0.1:5000\n", "you are ann already");
        assertRefused(kind, ANN + "JOIN\n", "write JOIN ROOM");
        assertRefused(kind, ANN + "JOIN #b\n", "you are in 1 rooms, as many as may be: PART one first");
        assertRefused(kind, "x".repeat(600), "line at byte 512 of the stream: the limit is 512 B");
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseANameThatIsTakenAndMoreThanItHasPlacesFor(Kind kind) {
        try (Stage stage = directory(kind, 10, 1)) {
            Pair pair = talk(stage, ANN, ANN, false);
            stage.runUntil(() -> pair.closed[1]);

            assertThat(pair.heard(1)).containsExactly("ERROR somebody is called ann already: use another name");
            assertThat(pair.heard(0)).containsExactly("JOINED #a 1");
        }
        try (Stage stage = directory(kind, 1, 1)) {
            Pair pair = talk(stage, ANN, BOB, false);
            stage.runUntil(() -> pair.closed[1]);

            assertThat(pair.heard(1)).containsExactly("ERROR all 1 places are taken: try again later");
        }
    }
}
