package dev.chokepoint.programs.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "a.b", "chat.#room-7", "a*.b>", "é.x"})
    void shouldTakeSubjects(String text) {
        assertThat(Subject.of(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "a b", "a\tb", "a\r\n", ">.a", "a.>.b"})
    void shouldRefuseWhatIsNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subject.pattern(text))
                .withMessageContaining("\"" + text + "\"");
    }

    @Test
    void shouldPublishUnderOneSubjectOnly() {
        assertThat(Subject.pattern("a.*.>").text()).isEqualTo("a.*.>");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subject.of("a.*"))
                .withMessageContaining("publish under one subject");
    }
}
