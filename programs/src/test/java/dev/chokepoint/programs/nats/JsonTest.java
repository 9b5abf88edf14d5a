package dev.chokepoint.programs.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void shouldReadPlainMembersAndSkipTheRest() throws NatsException {
        String text =
                " {\"a\":true, \"b\" : \"x \\\"\\u00e9\\n\" , \"c\":-1.5e3,\"d\":null,\"e\":[1,{\"f\":[]}, \"]\"],"
                        + "\"g\":{\"a\":false},\"h\":{}} ";

        assertThat(Json.object(text)).isEqualTo(Map.of("a", "true", "b", "x \"é\n", "c", "-1.5e3"));
        assertThat(Json.object("{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1}x",
                "[]",
                "{a:1}",
                "{\"a\":\"x}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u00g0\"}",
                "{\"a\":yes}",
                "{\"a\":[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]}"
            })
    void shouldRefuseWhatIsNoObject(String text) {
        assertThatThrownBy(() -> Json.object(text)).isInstanceOf(NatsException.class);
    }
}
