package dev.chokepoint.programs.chat.guard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    /** Made with Python's hashlib.pbkdf2_hmac("sha256", ...). */
    private static final String BY_PYTHON =
            "$pbkdf2-sha256$i=1000$MDEyMzQ1Njc4OWFiY2RlZg$rybsuBlIHCOEKCPpDvTVloYHkPEiKOiJqqYGLCHAfF0";

    @Test
    void shouldComputeWhatOthersCompute() {
        PasswordHash hash = PasswordHash.of("pässword", "0123456789abcdef".getBytes(UTF_8), 1000);

        assertThat(hash).hasToString(BY_PYTHON).isEqualTo(PasswordHash.parse(BY_PYTHON));
        assertThat(hash.iterations()).isEqualTo(1000);
    }

    @Test
    void shouldTellTheRightPasswordFromOthers() {
        PasswordHash hash = PasswordHash.parse(BY_PYTHON);

        assertThat(hash.matches("pässword")).isTrue();
        assertThat(hash.matches("passwort")).isFalse();
        assertThat(hash.matches("")).isFalse();
        assertThat(hash.matches("x".repeat(301))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret",
                "$pbkdf2-sha256$i=0$MDEyMzQ1Njc4OWFiY2RlZg$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$pbkdf2-sha256$i=99999999$MDEyMzQ1Njc4OWFiY2RlZg$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$pbkdf2-sha256$i=1000$short$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$pbkdf2-sha256$i=1000$MDEyMzQ1Njc4OWFiY2RlZg$AAAA",
                "$scrypt$i=1000$MDEyMzQ1Njc4OWFiY2RlZg$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            })
    void shouldRefuseWhatIsNoHash(String text) {
        assertThatThrownBy(() -> PasswordHash.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseToHashNothing() {
        assertThatThrownBy(() -> PasswordHash.of("", new byte[16], 1)).hasMessageContaining("1 to 300 characters");
    }
}
