package dev.chokepoint.programs.chat.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NetEventTest {
    private static final long THEN = Stamp.of(1_767_323_045_500L, "1AB");
    private static final long LATER = Stamp.of(1_767_323_045_501L, "2CD");
    private static final String UID = "1AB00000A";
    private static final String OTHER = "2CD00000B";

    static Stream<NetEvent> events() {
        return Stream.of(
                new NetEvent.Server("1AB", "2CD", THEN, "chat-2.example", "the second one"),
                new NetEvent.Split("1AB", "2CD", "ping time-out"),
                new NetEvent.Synced("1AB"),
                new NetEvent.Came("1AB", UID, THEN, "ada", "~ada", "host.example", "*", "+iw", 1_767_323_045, "Ada L."),
                new NetEvent.Renamed(UID, THEN, "lovelace"),
                new NetEvent.Left(UID, ""),
                new NetEvent.Killed(OTHER, UID, "spam and eggs"),
                new NetEvent.Away(UID, "at lunch"),
                new NetEvent.Away(UID, ""),
                new NetEvent.UserModes(UID, "-i+w"),
                new NetEvent.Joined(UID, THEN, "#a", LATER),
                new NetEvent.Members(
                        "1AB", THEN, "#a", List.of(new NetEvent.Member(UID, THEN), new NetEvent.Member(OTHER, LATER))),
                new NetEvent.Parted(UID, "#a", THEN, "bye now"),
                new NetEvent.Kicked(OTHER, "#a", UID, THEN, ":)"),
                new NetEvent.Modes(UID, THEN, "#a", LATER, "+nk-o", List.of("key", OTHER + "/" + Stamp.text(THEN))),
                new NetEvent.Modes("1AB", THEN, "#a", LATER, "+n", List.of()),
                new NetEvent.Topic(UID, THEN, "#a", LATER, "ada!~ada@host.example", "ünïcode topic"),
                new NetEvent.Invited(UID, OTHER, "#a"),
                new NetEvent.Wallops(UID, "all hands"),
                new NetEvent.Asked("1AB", "2CD"),
                new NetEvent.Wanted("1AB", "2CD", "#a"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void shouldReadWhatItWrites(NetEvent event) throws LinkException {
        assertThat(Lines.read(Lines.write(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NICK 5.1AB ada                     | NICK is from "", must be from a server's or a user's id
            :1AB NICK 5.1AB ada                | NICK is from "1AB", must be from a user's id
            :1AB00000A NICK 5.1AB              | NICK has 1 parameters, must have 2
            :1AB00000A NICK soon ada           | NICK has "soon" where there must be a stamp, such as 1767323045500.1AB
            :1AB00000A JOIN 5.1AB ada 5.1AB    | JOIN has "ada" where there must be a channel
            :1AB SQUIT 2cd :gone               | SQUIT has "2cd" where there must be a server's id, such as 1AB
            :1AB KILL ada :spam                | KILL has "ada" where there must be a user's id, such as 1ABAAAAAC
            :1AB MODE 5.1AB #a 5.1AB nt        | MODE has "nt" where there must be modes, such as +nt-k
            :1AB MEMBERS 5.1AB #a :1AB00000A   | "1AB00000A" must be a member, such as 1ABAAAAAC/1767323045500.1AB
            :1AB MEMBERS 5.1AB #a :            | "" must be a member, such as 1ABAAAAAC/1767323045500.1AB
            """)
    void shouldSayWhatIsWrongWithALine(String line, String problem) {
        assertThatThrownBy(() -> Lines.read(line))
                .isInstanceOf(LinkException.class)
                .hasMessage(problem);
    }

    @ParameterizedTest
    @CsvSource({"':1AB DANCE a'", "':1AB 001 a'"})
    void shouldPassOverWhatItDoesNotKnow(String line) throws LinkException {
        assertThat(Lines.read(line)).isNull();
    }
}
