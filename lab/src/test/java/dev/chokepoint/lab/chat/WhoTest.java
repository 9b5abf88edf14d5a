package dev.chokepoint.lab.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** WHO, WHOX, WHOIS, WHOWAS, USERHOST and ISON, numerics to the letter. */
class WhoTest {
    private static Parlour parlour(Kind kind) {
        return new Parlour(kind, config -> config.withPolicy(Policies.withOper()));
    }

    private static Person joined(Parlour parlour, String nick, String channel) {
        Person person = parlour.come(nick).say("JOIN " + channel);
        parlour.await(person, " 366 " + nick + " " + channel);
        return person;
    }

    /** What comes between now and the answer to a ping. */
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
    void shouldTellWhoIsInAChannel(Kind kind) {
        try (Parlour parlour = parlour(kind)) {
            Person ann = joined(parlour, "ann", "#a");
            Person ben = joined(parlour, "ben", "#a");
            ben.say("AWAY :lunch");
            parlour.await(ben, " 306 ben :You have been marked as being away\r\n");
            assertThat(answer(parlour, ann, "WHO #A")).isEqualTo("""
                :irc.example.net 352 ann #a ~ann 127.82.1.1 irc.example.net ann H@ :0 ann Real
                :irc.example.net 352 ann #a ~ben 127.82.1.2 irc.example.net ben G :0 ben Real
                :irc.example.net 315 ann #A :End of WHO list
                :irc.example.net PONG irc.example.net :end
                """.replace("\n", "\r\n"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindByMaskOnlyThoseWhoMayBeSeen(Kind kind) {
        try (Parlour parlour = parlour(kind)) {
            Person ann = joined(parlour, "ann", "#a");
            Person ben = joined(parlour, "ben", "#secret");
            ben.say("MODE ben +i").say("MODE #secret +s");
            parlour.await(ben, "MODE #secret +s");
            Person cid = parlour.come("cid");

            assertThat(answer(parlour, ann, "WHO *"))
                    .contains(" 352 ann #a ~ann ", " 352 ann * ~cid ")
                    .doesNotContain("~ben");
            assertThat(answer(parlour, ann, "WHO 127.82.1.3")).contains("~cid").doesNotContain("~ann", "~ben");
            assertThat(answer(parlour, ann, "WHO *Real")).contains("~cid", "~ann");
            assertThat(answer(parlour, ann, "WHO #secret")).doesNotContain(" 352 ");
            assertThat(answer(parlour, ann, "WHO ben")).contains(" 352 ann * ~ben 127.82.1.2 ");
            assertThat(answer(parlour, ben, "WHO #secret")).contains(" 352 ben #secret ~ben ");

            cid.say("OPER alice secret");
            parlour.await(cid, " 381 ");
            assertThat(answer(parlour, ann, "WHO * o")).contains(" cid H* :0 ").doesNotContain("~ann");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellTheFieldsThatAreAskedFor(Kind kind) {
        try (Parlour parlour = parlour(kind)) {
            Person ann = joined(parlour, "ann", "#a");
            assertThat(answer(parlour, ann, "WHO #a %tnuhacf,42", "WHO #a %cr"))
                    .contains(
                            " 354 ann 42 #a ~ann 127.82.1.1 ann H@ 0\r\n",
                            " 315 ann #a :End of WHO list\r\n",
                            " 354 ann #a :ann Real\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellAllAboutSomebody(Kind kind) {
        try (Parlour parlour = parlour(kind)) {
            Person ann = joined(parlour, "ann", "#a");
            Person ben = joined(parlour, "ben", "#a");
            ben.say("JOIN #b").say("MODE #b +s").say("OPER alice secret").say("AWAY :lunch");
            parlour.await(ben, " 381 ");

            assertThat(answer(parlour, ann, "WHOIS BEN"))
                    .contains(
                            " 311 ann ben ~ben 127.82.1.2 * :ben Real\r\n",
                            " 319 ann ben :#a\r\n",
                            " 312 ann ben irc.example.net :",
                            " 313 ann ben :is an IRC operator\r\n",
                            " 301 ann ben :lunch\r\n",
                            " 317 ann ben ",
                            " :seconds idle, signon time\r\n",
                            " 318 ann BEN :End of WHOIS list\r\n")
                    .doesNotContain(" 379 ");
            assertThat(answer(parlour, ben, "WHOIS ben"))
                    .contains(" 319 ben ben :#a @#b\r\n", " 379 ben ben :is using modes +os\r\n");
            assertThat(answer(parlour, ann, "WHOIS irc.example.net ben,nobody"))
                    .contains(" 311 ann ben ", " 401 ann nobody :No such nick/channel\r\n", " 318 ann ben,nobody :");
            assertThat(answer(parlour, ann, "WHOIS no.such.net ben"))
                    .contains(" 402 ann no.such.net :No such server\r\n");
            assertThat(answer(parlour, ann, "WHOIS")).contains(" 431 ann :No nickname given\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellWhoSomebodyWas(Kind kind) {
        try (Parlour parlour = parlour(kind)) {
            Person ann = parlour.come("ann");
            parlour.come("ben").say("NICK bert").say("QUIT");
            Person again = parlour.come("ben");
            again.say("QUIT");
            parlour.awaitClosed(again);

            String both = answer(parlour, ann, "WHOWAS ben");
            assertThat(both.split(" 314 ann ben ", -1)).hasSize(3);
            assertThat(both)
                    .contains(" 314 ann ben ~ben 127.82.1.3 * :ben Real\r\n", " 312 ann ben irc.example.net :2")
                    .endsWith(" 369 ann ben :End of WHOWAS\r\n:irc.example.net PONG irc.example.net :end\r\n");
            assertThat(answer(parlour, ann, "WHOWAS ben 1").split(" 314 ", -1)).hasSize(2);
            assertThat(answer(parlour, ann, "WHOWAS nobody"))
                    .contains(" 406 ann nobody :There was no such nickname\r\n", " 369 ann nobody :End of WHOWAS\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellWhoIsThere(Kind kind) {
        try (Parlour parlour = parlour(kind)) {
            Person ann = parlour.come("ann");
            Person ben = parlour.come("ben").say("AWAY :x").say("OPER alice secret");
            parlour.await(ben, " 381 ");
            assertThat(answer(parlour, ann, "USERHOST ann ben nobody"))
                    .contains(" 302 ann :ann=+~ann@127.82.1.1 ben*=-~ben@127.82.1.2\r\n");
            assertThat(answer(parlour, ann, "ISON nobody BEN :ann cid")).contains(" 303 ann :ben ann\r\n");
        }
    }
}
