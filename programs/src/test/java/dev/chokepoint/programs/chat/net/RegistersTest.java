package dev.chokepoint.programs.chat.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.programs.chat.net.Registers.Register;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegistersTest {
    private final Registers registers = new Registers();

    @Test
    void shouldKeepTheLaterOfTwoSettings() {
        assertThat(registers.set("k", new Register(5, 'k', true, "old"))).isTrue();
        assertThat(registers.set("k", new Register(7, 'k', true, "new"))).isTrue();
        assertThat(registers.set("k", new Register(6, 'k', false, ""))).isFalse();
        assertThat(registers.all()).containsOnly(java.util.Map.entry("k", new Register(7, 'k', true, "new")));
    }

    @Test
    void shouldKeepTheLastOfOneEvent() {
        assertThat(registers.set("k", new Register(5, 'k', true, "word"))).isTrue();
        assertThat(registers.set("k", new Register(5, 'k', false, ""))).isTrue();
        assertThat(registers.set("k", new Register(5, 'k', false, "")))
                .as("told twice")
                .isFalse();
    }

    @Test
    void shouldNotBringBackABanThatWasLiftedLater() {
        registers.set("b*!*@bad", new Register(9, 'b', false, "*!*@bad"));

        assertThat(registers.set("b*!*@bad", new Register(8, 'b', true, "*!*@bad")))
                .isFalse();
    }

    @Test
    void shouldEndUpTheSameInAnyOrder() {
        List<Register> settings = new ArrayList<>();
        for (int stamp = 1; stamp <= 60; stamp++) {
            char mode = "imt".charAt(stamp % 3);
            settings.add(new Register(stamp, mode, stamp % 2 == 0, ""));
        }
        settings.forEach(setting -> registers.set(Registers.name(setting.mode(), ""), setting));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(settings, new Random(seed));
            Registers other = new Registers();
            settings.forEach(setting -> other.set(Registers.name(setting.mode(), ""), setting));

            assertThat(other.all()).isEqualTo(registers.all());
        }
    }

    @Test
    void shouldForgetAMemberWithItsStatus() {
        registers.set("o1AB00000A/5.1AB", new Register(5, 'o', true, "1AB00000A/5.1AB"));
        registers.set("v1AB00000A/5.1AB", new Register(6, 'v', false, "1AB00000A/5.1AB"));
        registers.set("o1AB00000B/5.1AB", new Register(5, 'o', true, "1AB00000B/5.1AB"));
        registers.forget("1AB00000A/5.1AB");

        assertThat(registers.all()).containsOnlyKeys("o1AB00000B/5.1AB");
    }

    @Test
    void shouldForgetTheOldestThatIsUnsetAndNothingThatIsSet() {
        registers.set("bset", new Register(1, 'b', true, "set"));
        for (int i = 0; i <= Registers.FORGOTTEN_LATE; i++) {
            registers.set("b" + i, new Register(2 + i, 'b', false, "" + i));
        }

        assertThat(registers.all())
                .hasSize(1 + Registers.FORGOTTEN_LATE)
                .containsKey("bset")
                .doesNotContainKey("b0");
    }
}
