package dev.chokepoint.lab.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.programs.chat.ChatLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may do what in channels, to the letter of the numerics. */
class ChannelsTest {
    private static final String ANN = ":ann!~ann@127.82.0.2 ";
    private static final String BOB = ":bob!~bob@127.82.0.2 ";
    private static final String S = ":irc.example.org ";

    private final Town town =
            new Town(Kind.SIMULATOR, config -> config.withLimits(new ChatLimits(9, 10, 50, 20, 10, 12, 8, 3, 2, 2, 3)));
    private final Typist ann = town.person("ann");
    private final Typist bob = town.person("bob");

    @AfterEach
    void close() {
        town.close();
    }

    private void bothIn(String channel) {
        ann.says("JOIN " + channel);
        bob.says("JOIN " + channel);
        ann.sync();
    }

    @Test
    void shouldTellEverybodyWhoIsIn() {
        ann.says("JOIN #x");

        assertThat(bob.says("JOIN #X"))
                .containsExactly(BOB + "JOIN #x", S + "353 bob = #x :@ann bob", S + "366 bob #x :End of NAMES list");
        assertThat(ann.sync()).containsExactly(BOB + "JOIN #x");
        assertThat(bob.says("JOIN #x")).isEmpty();
        assertThat(bob.says("NAMES #x,#y"))
                .containsExactly(
                        S + "353 bob = #x :@ann bob",
                        S + "366 bob #x :End of NAMES list",
                        S + "366 bob #y :End of NAMES list");
    }

    @Test
    void shouldLeave() {
        bothIn("#x");
        bob.says("JOIN #y");

        assertThat(bob.says("PART #x,#z :a long farewell of mine", "PART #x"))
                .containsExactly(
                        BOB + "PART #x :a long farew",
                        S + "403 bob #z :No such channel",
                        S + "442 bob #x :You're not on that channel");
        assertThat(ann.sync()).containsExactly(BOB + "PART #x :a long farew");
        assertThat(bob.says("JOIN 0")).containsExactly(BOB + "PART #y");
        assertThat(town.chat().channels()).hasSize(1);
        ann.says("PART #x");
        assertThat(town.chat().channels()).isEmpty();
    }

    @Test
    void shouldRefuseBadNamesAndTooManyChannels() {
        assertThat(ann.says("JOIN x,#,#12345678901234567890", "JOIN #1,#2,#3,#4", "JOIN"))
                .containsSubsequence(
                        S + "403 ann x :No such channel",
                        S + "476 ann # :Bad Channel Mask",
                        S + "476 ann #12345678901234567890 :Bad Channel Mask",
                        S + "405 ann #4 :You have joined too many channels",
                        S + "461 ann JOIN :Not enough parameters");
    }

    @Test
    void shouldTellAndChangeModes() {
        bothIn("#x");

        assertThat(ann.says("MODE #x")).element(0).isEqualTo(S + "324 ann #x +nt");
        assertThat(ann.sync()).isEmpty();
        assertThat(ann.says("MODE #x +imsk-n+lo word 7 bob")).containsExactly(ANN + "MODE #x +imsk-n+lo word 7 bob");
        assertThat(bob.sync()).containsExactly(ANN + "MODE #x +imsk-n+lo word 7 bob");
        assertThat(ann.says("MODE #x")).element(0).isEqualTo(S + "324 ann #x +imstkl word 7");
        assertThat(ann.says("MODE #x +i-l", "MODE #x -k")).containsExactly(ANN + "MODE #x -l", ANN + "MODE #x -k word");
        assertThat(town.person("cat").says("MODE #x")).element(0).isEqualTo(S + "324 cat #x +imst");
    }

    @Test
    void shouldRefuseModes() {
        bothIn("#x");

        assertThat(bob.says("MODE #x +t-m", "MODE #x +z", "MODE #q"))
                .containsExactly(
                        S + "482 bob #x :You're not channel operator",
                        S + "472 bob z :is unknown mode char to me",
                        S + "403 bob #q :No such channel");
        assertThat(ann.says(
                        "MODE #x +ov dan bob",
                        "MODE #x +o",
                        "MODE #x +l many",
                        "MODE #x +k :a b",
                        "MODE #x +k 123456789"))
                .containsExactly(
                        S + "401 ann dan :No such nick/channel",
                        ANN + "MODE #x +v bob",
                        S + "696 ann #x l many :A limit is a number from 1 to 999999999",
                        S + "525 ann #x :Key is not well-formed",
                        S + "525 ann #x :Key is not well-formed");
        bob.says("PART #x");
        assertThat(ann.says("MODE #x +o bob")).contains(S + "441 ann bob #x :They aren't on that channel");
    }

    @Test
    void shouldKeepListsOfMasks() {
        bothIn("#x");

        assertThat(ann.says("MODE #x +bbb bob *!*@h *!u@*", "MODE #x +b BOB"))
                .containsExactly(
                        S + "478 ann #x b :Channel list is full",
                        ANN + "MODE #x +bb bob!*@* *!*@h",
                        S + "478 ann #x b :Channel list is full");
        bob.sync();
        assertThat(bob.says("MODE #x b"))
                .element(0)
                .asString()
                .startsWith(S + "367 bob #x bob!*@* ann!~ann@127.82.0.2 17");
        assertThat(bob.says("MODE #x +eI"))
                .containsExactly(
                        S + "349 bob #x :End of channel exception list",
                        S + "347 bob #x :End of channel invite exception list");
        assertThat(bob.says("PRIVMSG #x :hi")).containsExactly(S + "404 bob #x :Cannot send to channel");
        ann.says("MODE #x +e ~bob!*@*", "MODE #x +e *!~bob@*");
        assertThat(bob.says("PRIVMSG #x :hi")).noneMatch(line -> line.contains(" 404 "));
        assertThat(ann.says("MODE #x -bb bob!*@* *!nobody@*")).contains(ANN + "MODE #x -b bob!*@*");
    }

    @Test
    void shouldKeepPeopleOut() {
        ann.says("JOIN #x", "MODE #x +l 1");
        assertThat(bob.says("JOIN #x")).containsExactly(S + "471 bob #x :Cannot join channel (+l)");
        ann.says("MODE #x -l+k word");
        assertThat(bob.says("JOIN #x", "JOIN #x bad")).containsOnly(S + "475 bob #x :Cannot join channel (+k)");
        ann.says("MODE #x -k+i word");
        assertThat(bob.says("JOIN #x")).containsExactly(S + "473 bob #x :Cannot join channel (+i)");
        ann.says("MODE #x -i+b bob!*@*");
        assertThat(bob.says("JOIN #x")).containsExactly(S + "474 bob #x :Cannot join channel (+b)");
        ann.says("MODE #x -b+iI bob!*@* bob");
        assertThat(bob.says("JOIN #x")).contains(BOB + "JOIN #x");
        bob.says("PART #x");
        ann.says("MODE #x -i+k word");
        assertThat(bob.says("JOIN #y,#x ,word")).contains(BOB + "JOIN #y", BOB + "JOIN #x");
    }

    @Test
    void shouldInvite() {
        ann.says("JOIN #x", "MODE #x +il 1");

        assertThat(ann.says("INVITE bob #x")).containsExactly(S + "341 ann bob :#x");
        assertThat(bob.says("INVITE"))
                .containsExactly(ANN + "INVITE bob :#x", S + "336 bob :#x", S + "337 bob :End of INVITE list");
        assertThat(bob.says("JOIN #x")).contains(BOB + "JOIN #x");
        assertThat(bob.says("INVITE ann #x", "INVITE dan #x", "INVITE ann #q", "INVITE ann"))
                .containsExactly(
                        S + "443 bob ann #x :is already on channel",
                        S + "401 bob dan :No such nick/channel",
                        S + "403 bob #q :No such channel",
                        S + "461 bob INVITE :Not enough parameters");
        Typist cat = town.person("cat");
        assertThat(bob.says("INVITE cat #x")).contains(S + "482 bob #x :You're not channel operator");
        assertThat(cat.says("INVITE bob #x")).containsExactly(S + "442 cat #x :You're not on that channel");
        bob.says("PART #x");
        assertThat(bob.says("JOIN #x")).containsExactly(S + "471 bob #x :Cannot join channel (+l)");
    }

    @Test
    void shouldKick() {
        bothIn("#x");

        assertThat(bob.says("KICK #x ann")).containsExactly(S + "482 bob #x :You're not channel operator");
        assertThat(ann.says("KICK #x dan", "KICK #q bob", "KICK #x bob :out of here now", "KICK #x bob"))
                .containsExactly(
                        S + "401 ann dan :No such nick/channel",
                        S + "403 ann #q :No such channel",
                        ANN + "KICK #x bob :out of here ",
                        S + "441 ann bob #x :They aren't on that channel");
        assertThat(bob.sync()).contains(ANN + "KICK #x bob :out of here ");
        assertThat(bob.says("KICK #x ann")).containsExactly(S + "442 bob #x :You're not on that channel");
    }

    @Test
    void shouldHaveTopics() {
        bothIn("#x");

        assertThat(bob.says("TOPIC #x", "TOPIC #x :mine", "TOPIC #q"))
                .containsExactly(
                        S + "331 bob #x :No topic is set",
                        S + "482 bob #x :You're not channel operator",
                        S + "403 bob #q :No such channel");
        assertThat(ann.says("TOPIC #x :news and more")).containsExactly(ANN + "TOPIC #x :news and m");
        assertThat(bob.says("TOPIC #x"))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(ANN + "TOPIC #x :news and m"),
                        second -> assertThat(second).isEqualTo(S + "332 bob #x :news and m"),
                        third -> assertThat(third).startsWith(S + "333 bob #x ann!~ann@127.82.0.2 17"));
        assertThat(town.person("cat").says("JOIN #x")).contains(S + "332 cat #x :news and m");
        ann.says("TOPIC #x :");
        assertThat(bob.says("TOPIC #x")).contains(S + "331 bob #x :No topic is set");
        ann.says("MODE #x +s");
        assertThat(town.person("dan").says("TOPIC #x", "NAMES #x"))
                .containsExactly(S + "442 dan #x :You're not on that channel", S + "366 dan #x :End of NAMES list");
    }

    @Test
    void shouldSayWhoMaySpeak() {
        ann.says("JOIN #x");

        assertThat(bob.says("PRIVMSG #x :hi", "NOTICE #x :hi", "PRIVMSG #q :hi"))
                .containsExactly(S + "404 bob #x :Cannot send to channel", S + "403 bob #q :No such channel");
        ann.says("MODE #x -n+m");
        assertThat(bob.says("PRIVMSG #x :hi")).containsExactly(S + "404 bob #x :Cannot send to channel");
        bob.says("JOIN #x");
        assertThat(bob.says("PRIVMSG #x :hi")).containsExactly(S + "404 bob #x :Cannot send to channel");
        ann.says("MODE #x +v bob");
        assertThat(bob.says("PRIVMSG #x :hi", "PRIVMSG @#x :ops")).containsExactly(ANN + "MODE #x +v bob");
        assertThat(ann.sync()).endsWith(BOB + "PRIVMSG #x :hi", BOB + "PRIVMSG @#x :ops");
        ann.says("PRIVMSG @#x :only us");
        assertThat(bob.sync()).isEmpty();
    }

    @Test
    void shouldRename() {
        bothIn("#x");

        assertThat(bob.says("NICK ann", "NICK 1", "NICK", "NICK Bob", "NICK bobby"))
                .containsExactly(
                        S + "433 bob ann :Nickname is already in use",
                        S + "432 bob 1 :Erroneous nickname",
                        S + "431 bob :No nickname given",
                        BOB + "NICK :Bob",
                        ":Bob!~bob@127.82.0.2 NICK :bobby");
        assertThat(ann.sync()).containsExactly(BOB + "NICK :Bob", ":Bob!~bob@127.82.0.2 NICK :bobby");
        assertThat(town.person("bob").says("PRIVMSG BOBBY :you have my name")).isEmpty();
    }

    @Test
    void shouldQuitOnceForAllWhoShareAChannel() {
        bothIn("#x");
        bothIn("#y");

        bob.type("QUIT :see you later");

        assertThat(bob.untilClosed()).containsExactly("ERROR :Closing Link: 127.82.0.2 (Quit: see you late)");
        assertThat(ann.sync()).containsExactly(BOB + "QUIT :Quit: see you late");
    }
}
