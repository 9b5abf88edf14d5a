package dev.chokepoint.lab.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CalibrationStoreTest {
    private final Calibration made = Calibrations.made();

    @TempDir
    Path folder;

    private CalibrationStore store() {
        return CalibrationStore.at(folder.resolve("new"), made.key());
    }

    @Test
    void shouldKeepWhatItIsGiven() throws IOException {
        assertThat(store().find()).isEmpty();
        store().keep(made);
        store().keep(made);

        assertThat(store().find()).contains(made);
        try (var files = Files.list(store().file().getParent())) {
            assertThat(files).containsExactly(store().file());
        }
    }

    @Test
    void shouldSayWhatIsWrongWithAFile() throws IOException {
        store().keep(made);
        String good = Files.readString(store().file());

        for (String bad : new String[] {"", "{", "[]", "null", good.substring(0, good.length() / 2)}) {
            Files.writeString(store().file(), bad);
            assertThatThrownBy(() -> store().find())
                    .isInstanceOf(CalibrationException.class)
                    .hasMessageContaining(store().file().toString());
        }
        Files.writeString(store().file(), good.replace("calibration/1", "calibration/9"));
        assertThatThrownBy(() -> store().find()).hasMessageContaining("chokepoint-calibration/9");
        Files.writeString(store().file(), good.replace("abacus", "slide rule"));
        assertThatThrownBy(() -> store().find()).hasMessageContaining("another machine's");
    }

    @Test
    void shouldMatchThePublishedSchema() throws IOException {
        String schema = Files.readString(
                Path.of(System.getProperty("chokepoint.root"), "docs/reference/calibration.schema.json"));

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(JsonMapper.shared().readTree(schema))
                        .validate(JsonMapper.shared().readTree(CalibrationStore.text(made))))
                .isEmpty();
    }

    @Test
    void shouldTellMachinesAndBuildsApart() {
        CalibrationStore here = CalibrationStore.ofThisMachine("EPOLL", "EVENT_LOOP");
        CalibrationStore other = CalibrationStore.ofThisMachine("NIO", "EVENT_LOOP");

        assertThat(here.file())
                .isEqualTo(CalibrationStore.ofThisMachine("EPOLL", "EVENT_LOOP").file());
        assertThat(here.file()).isNotEqualTo(other.file());
        assertThat(here.key().cores()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(here.key().build()).hasSize(12);
    }
}
