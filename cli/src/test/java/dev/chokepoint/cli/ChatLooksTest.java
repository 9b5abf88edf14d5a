package dev.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chokepoint.programs.chat.client.ChatLine;
import dev.chokepoint.programs.chat.client.ChatLine.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the chat client reads addresses, and how its lines look. */
class ChatLooksTest {
    private static ChatLine said(String where, String text) {
        return new ChatLine(Instant.parse("2026-01-01T12:34:56Z"), Kind.MESSAGE, where, "alice", text);
    }

    private static List<String> lines(ChatLine line, String current, int columns) {
        return ChatStyle.render(line, current, columns)
                .toString()
                .lines()
                .map(text -> text.replaceFirst("^\\d\\d:\\d\\d", "hh:mm"))
                .toList();
    }

    @Test
    void shouldNameTheChannelOnlyWhereItIsAnother() {
        assertThat(lines(said("#room", "hello"), "#Room", 80)).containsExactly("hh:mm <alice> hello");
        assertThat(lines(said("#room", "hello"), "#other", 80)).containsExactly("hh:mm #room <alice> hello");
        assertThat(lines(said("alice", "hello"), "#room", 80)).containsExactly("hh:mm [alice] <alice> hello");
    }

    @Test
    void shouldWrapBetweenWordsBelowTheText() {
        assertThat(lines(said("#room", "one two three four five six"), "#room", 30))
                .containsExactly("hh:mm <alice> one two three", "              four five six");
    }

    @Test
    void shouldCountWideCharactersAsTwo() {
        assertThat(lines(said("#room", "日本語 日本語 日本語"), "#room", 28))
                .containsExactly("hh:mm <alice> 日本語 日本語", "              日本語");
    }

    @Test
    void shouldReadAddresses() {
        assertThat(ChatAddress.parse("alice@localhost:6667")).isEqualTo(new ChatAddress("alice", "localhost", 6667));
        assertThat(ChatAddress.parse("alice@chat.example.org"))
                .isEqualTo(new ChatAddress("alice", "chat.example.org", 0));
        assertThat(ChatAddress.parse("a[b]@[::1]:6697")).isEqualTo(new ChatAddress("a[b]", "::1", 6697));
        assertThat(ChatAddress.parse("alice@[::1]")).isEqualTo(new ChatAddress("alice", "::1", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:6667", "@localhost", "alice@", "alice@here:0", "alice@here:70000", "alice@here:x"})
    void shouldSayHowToWriteAddresses(String text) {
        assertThatThrownBy(() -> ChatAddress.parse(text))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("write NICK@HOST:PORT");
    }
}
