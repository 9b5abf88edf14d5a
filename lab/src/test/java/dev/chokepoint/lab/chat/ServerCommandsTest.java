package dev.chokepoint.lab.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the server says of itself, and what users are. */
class ServerCommandsTest {
    private static Parlour parlour(Kind kind) {
        return new Parlour(kind, config -> config.withPolicy(Policies.withOper()));
    }

    private static String answer(Parlour parlour, Person person, String... lines) {
        int from = person.all().length();
        for (String line : lines) {
            person.say(line);
        }
        person.say("PING end");
        parlour.await(person, "PONG irc.example.net :end\r\n");
        return person.all().substring(from);
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellTheMessageOfTheDay(Kind kind) {
        try (Parlour parlour = new Parlour(kind, config -> config.withMotd(List.of("Welcome.", "", "Be kind.")))) {
            Person ann = parlour.connect().say("NICK ann").say("USER ann 0 * :A");
            parlour.await(ann, ":irc.example.net 375 ann :- irc.example.net Message of the day - \r\n");
            parlour.await(ann, ":irc.example.net 372 ann :- Welcome.\r\n:irc.example.net 372 ann :- \r\n");
            parlour.await(
                    ann, ":irc.example.net 372 ann :- Be kind.\r\n:irc.example.net 376 ann :End of MOTD command\r\n");
            assertThat(answer(parlour, ann, "MOTD irc.*")).contains(" 376 ");
            assertThat(answer(parlour, ann, "MOTD other.net")).contains(" 402 ann other.net :No such server\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldCountUsers(Kind kind) {
        try (Parlour parlour = parlour(kind)) {
            Person ann = parlour.come("ann").say("JOIN #a").say("MODE ann +i").say("OPER alice secret");
            parlour.await(ann, " 381 ");
            Person nobody = parlour.connect().say("NICK nobody");
            parlour.await(nobody.say("PING x"), "PONG");
            parlour.come("ben");
            assertThat(answer(parlour, ann, "LUSERS")).isEqualTo("""
                :irc.example.net 251 ann :There are 1 users and 1 invisible on 1 servers
                :irc.example.net 252 ann 1 :operator(s) online
                :irc.example.net 253 ann 1 :unknown connection(s)
                :irc.example.net 254 ann 1 :channels formed
                :irc.example.net 255 ann :I have 2 clients and 0 servers
                :irc.example.net 265 ann 2 2 :Current local users 2, max 2
                :irc.example.net 266 ann 2 2 :Current global users 2, max 2
                :irc.example.net PONG irc.example.net :end
                """.replace("\n", "\r\n"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellWhatItIs(Kind kind) {
        try (Parlour parlour = parlour(kind)) {
            Person ann = parlour.come("ann");
            assertThat(answer(parlour, ann, "VERSION"))
                    .contains(" 351 ann chokepoint-", " irc.example.net :", " 005 ann ", "ELIST=CMNTU", "WHOX");
            assertThat(answer(parlour, ann, "TIME"))
                    .containsPattern(" 391 ann irc.example.net :\\w+ \\w+ \\d+ 20\\d\\d -- ");
            assertThat(answer(parlour, ann, "INFO")).contains(" 371 ann :", " 374 ann :End of INFO list\r\n");
            assertThat(answer(parlour, ann, "LINKS"))
                    .contains(" 364 ann irc.example.net irc.example.net :0 ", " 365 ann * :End of LINKS list\r\n");
            assertThat(answer(parlour, ann, "HELP"))
                    .contains(" 704 ann index :", " 705 ann index :JOIN ", " 706 ann index :");
            assertThat(answer(parlour, ann, "HELP join", "HELP dance"))
                    .contains(" 704 ann JOIN :", " 705 ann JOIN :JOIN <channel>", " 524 ann dance :");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldExplainEveryCommandThatItHas(Kind kind) {
        try (Parlour parlour = parlour(kind)) {
            Person ann = parlour.come("ann").say("CAP REQ :message-tags"); // without it there is no TAGMSG
            parlour.await(ann, " ACK :message-tags");
            String help = answer(parlour, ann, "HELP");
            String known = help.replaceAll("(?m)^:irc.example.net 705 ann index :", "");
            for (String word : known.split("\\s+", -1)) {
                if (word.matches("[A-Z]{3,}") && !word.equals("QUIT")) { // after which nothing is answered
                    assertThat(answer(parlour, ann, word)).as(word).doesNotContain(" 421 ");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellStatisticsToThoseWhoMayKnow(Kind kind) {
        try (Parlour parlour = parlour(kind)) {
            Person ann = parlour.come("ann");
            assertThat(answer(parlour, ann, "STATS u", "STATS m"))
                    .containsPattern(" 242 ann :Server Up 0 days 0:00:\\d\\d\r\n")
                    .containsPattern(" 212 ann NICK \\d+")
                    .contains(" 219 ann u :End of STATS report\r\n");
            for (String query : List.of("o", "k", "l")) {
                assertThat(answer(parlour, ann, "STATS " + query)).contains(" 481 ann :", " 219 ann " + query + " :");
            }
            ann.say("OPER alice secret");
            parlour.await(ann, " 381 ");
            assertThat(answer(parlour, ann, "STATS o")).contains(" 243 ann O *@127.82.1.? * alice\r\n");
            assertThat(answer(parlour, ann, "STATS l"))
                    .contains(" 211 ann ann!~ann@127.82.1.1 ")
                    .contains(":connections ended because of excess flood: 0\r\n")
                    .contains(":connections ended because their send queue was full: 0\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldChangeOnesOwnModes(Kind kind) {
        try (Parlour parlour = parlour(kind)) {
            Person ann = parlour.come("ann");
            parlour.come("ben");
            assertThat(answer(parlour, ann, "MODE ann", "MODE ann +iw", "MODE ann", "MODE ann -i+os"))
                    .contains(
                            " 221 ann +\r\n",
                            ":ann!~ann@127.82.1.1 MODE ann :+iw\r\n",
                            " 221 ann +iw\r\n",
                            ":ann!~ann@127.82.1.1 MODE ann :-i\r\n");
            assertThat(answer(parlour, ann, "MODE ann +z", "MODE ben +i", "MODE nobody"))
                    .contains(" 501 ann :Unknown MODE flag\r\n", " 502 ann :Cant change mode for other users\r\n")
                    .contains(" 401 ann nobody :");
            ann.say("OPER alice secret");
            parlour.await(ann, " 381 ");
            assertThat(answer(parlour, ann, "MODE ann -o", "KILL ben :x")).contains("MODE ann :-o\r\n", " 481 ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellSendersWhoIsAway(Kind kind) {
        try (Parlour parlour = parlour(kind)) {
            Person ann = parlour.come("ann");
            Person ben = parlour.come("ben").say("AWAY :lunch");
            parlour.await(ben, " 306 ben :You have been marked as being away\r\n");
            assertThat(answer(parlour, ann, "PRIVMSG ben :hello")).contains(" 301 ann ben :lunch\r\n");
            ben.say("AWAY");
            parlour.await(ben, " 305 ben :You are no longer marked as being away\r\n");
            assertThat(answer(parlour, ann, "PRIVMSG ben :hello")).doesNotContain(" 301 ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldListChannelsByConditions(Kind kind) {
        try (Parlour parlour = parlour(kind)) {
            Person ann = parlour.come("ann")
                    .say("JOIN #one,#two,#hidden")
                    .say("MODE #hidden +s")
                    .say("TOPIC #two :cats");
            parlour.await(ann, "TOPIC #two :cats");
            Person ben = parlour.come("ben").say("JOIN #two");
            parlour.await(ben, " 366 ben #two");

            assertThat(answer(parlour, ben, "LIST"))
                    .contains(" 321 ben Channel :Users  Name\r\n", " 322 ben #one 1 :\r\n", " 322 ben #two 2 :cats\r\n")
                    .contains(" 323 ben :End of LIST\r\n")
                    .doesNotContain("#hidden");
            assertThat(answer(parlour, ann, "LIST")).contains("#hidden");
            assertThat(answer(parlour, ben, "LIST >1")).contains("#two").doesNotContain("#one");
            assertThat(answer(parlour, ben, "LIST <2")).contains("#one").doesNotContain("#two");
            assertThat(answer(parlour, ben, "LIST *tw*")).contains("#two").doesNotContain("#one");
            assertThat(answer(parlour, ben, "LIST !*tw*")).contains("#one").doesNotContain("#two");
            assertThat(answer(parlour, ben, "LIST T<5")).contains("#two").doesNotContain("#one");
            assertThat(answer(parlour, ben, "LIST C>5")).doesNotContain(" 322 ");
            assertThat(answer(parlour, ben, "LIST #one,#hidden"))
                    .contains("#one")
                    .doesNotContain("#two", "#hidden 1");
        }
    }
}
