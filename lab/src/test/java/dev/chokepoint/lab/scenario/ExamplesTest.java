package dev.chokepoint.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example can be read, is good in an editor, and says what it teaches. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("chokepoint.root"), "examples");

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void shouldComeWithTheFourThatTheGuideUses() throws Exception {
        assertThat(examples())
                .extracting(file -> file.getFileName().toString())
                .contains("ask.yaml", "bottleneck-cpu.yaml", "bottleneck-link.yaml", "slow-client.yaml");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldBeReadableAndGoodInAnEditor(Path example) throws Exception {
        String name = ScenarioReader.read(example).name();
        assertThat(name + ".yaml").isEqualTo(example.getFileName().toString());
        assertThat(new EditorSchema().complaints(Files.readString(example))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldOpenWithTheModelineAndWithWhatItTeachesAndWhatToTry(Path example) throws Exception {
        List<String> comment = Files.readAllLines(example).stream()
                .takeWhile(line -> line.startsWith("#"))
                .toList();
        assertThat(comment.getFirst()).isEqualTo("# yaml-language-server: $schema=scenario.schema.json");
        assertThat(comment).hasSizeGreaterThan(4).anyMatch(line -> line.startsWith("# Try: "));
    }

    @Test
    void shouldLieBesideTheSchemaThatTheReaderIsTestedAgainst() throws Exception {
        try (InputStream schema = ScenarioReader.class.getResourceAsStream("scenario.schema.json")) {
            assertThat(EXAMPLES.resolve("scenario.schema.json")).hasBinaryContent(schema.readAllBytes());
        }
    }
}
