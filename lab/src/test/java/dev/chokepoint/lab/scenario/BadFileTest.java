package dev.chokepoint.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no scenario at all. */
class BadFileTest {
    @TempDir
    Path folder;

    private static Problem only(ScenarioException e) {
        assertThat(e.problems()).hasSize(1);
        return e.problems().getFirst();
    }

    private static Problem problem(Path file) {
        return only(catchThrowableOfType(ScenarioException.class, () -> ScenarioReader.read(file)));
    }

    private Problem problem(byte[] content) throws Exception {
        return problem(Files.write(folder.resolve("bad.yaml"), content));
    }

    private Problem problem(String content) throws Exception {
        return problem(content.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "app:|  ask:|\t  work: 1ms => 3:1 => a tab stands where spaces must => indent with spaces",
                "name: \"ask|app: 1 => 1:7 => this quote is never closed => add the closing quote",
                "app: {ask: {}|clients: [] => 1:6 => this bracket is not closed => {a: 1, b: 2}",
                "name: ask|app|seed: 1 => 2:1 => a key without a colon => write key: value",
                "name: ask|  seed: 1 => 2:7 => a key can't stand here => check the indentation",
                "clients:|- load: {}|   name: a => 3:4 => does not line up => same spaces",
                "about: what: this => 1:12 => a key can't stand here => quote a text that contains a colon",
                "name: @ask => 1:7 => can't begin with this character => in quotes",
                "name: \"\\UFFFFFFFF\" => 1:10 => this escape names no character => the character itself",
                "%FOO => 1:5 => not YAML => ",
            })
    void shouldSayWhatIsNotYaml(String lines, String at, String message, String hint) throws Exception {
        Problem problem = problem(lines.replace('|', '\n'));
        assertThat(problem.line() + ":" + problem.column()).isEqualTo(at);
        assertThat(problem.message()).contains(message);
        assertThat(problem.hint()).contains(hint == null ? "" : hint);
    }

    @Test
    void shouldRefuseAnEmptyFile() throws Exception {
        assertThat(problem("").message()).isEqualTo("the file is empty");
        assertThat(problem("# nothing yet\n\n").message()).isEqualTo("the file is empty");
    }

    @Test
    void shouldRefuseWhatIsNotAMapping() throws Exception {
        assertThat(problem("ask").message()).contains("must have keys and values, not \"ask\"");
        assertThat(problem("- ask").message()).contains("must have keys and values, not a list");
    }

    @Test
    void shouldRefuseAnchorsAliasesTagsAndFurtherDocuments() throws Exception {
        String good = "app: {ask: {}}\nclients: [{load: {poisson: 9/s}}]\n";
        assertThat(problem("name: &a ask\n" + good).message()).startsWith("anchors and aliases");
        assertThat(problem("name: !!str ask\n" + good).message()).startsWith("tags may not be used");
        assertThat(problem(good + "---\n" + good).message()).isEqualTo("a second document begins here");
    }

    @Test
    void shouldRefuseABombOfAliasesAtItsFirstLevels() throws Exception {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 64; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        Path file = Files.writeString(folder.resolve("bomb.yaml"), bomb);
        List<Problem> problems = catchThrowableOfType(ScenarioException.class, () -> ScenarioReader.read(file))
                .problems();
        assertThat(problems).anyMatch(problem -> problem.message().startsWith("anchors and aliases"));
    }

    @Test
    void shouldRefuseDeepNesting() throws Exception {
        assertThat(problem("[".repeat(900_000)).message()).contains("nested more than 16 deep");
        assertThat(problem("a: ".repeat(3) + "- ".repeat(300_000)).line()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[a,", "k: 1\n", "- {a: b}\n", "[*a, ", "- &a !b c\n", "\n", "? a\n", "'' ", "a: |\n x\n\n"})
    void shouldAnswerWithinSecondsWhateverAMegabyteRepeats(String piece) {
        byte[] megabyte = piece.repeat(ScenarioText.MAX_BYTES / piece.length()).getBytes(StandardCharsets.UTF_8);
        assertTimeout(
                Duration.ofSeconds(30),
                () -> assertThatThrownBy(() -> ScenarioReader.read(ScenarioText.of("big.yaml", megabyte)))
                        .isInstanceOf(ScenarioException.class));
    }

    @Test
    void shouldRefuseWhatIsNotUtf8() throws Exception {
        Problem problem = problem(new byte[] {'a', ':', '\n', 'b', (byte) 0xE9, 'c'});
        assertThat(problem.message()).isEqualTo("byte 0xE9 is not UTF-8");
        assertThat(problem.line() + ":" + problem.column()).isEqualTo("2:2");
        assertThat(problem(new byte[] {'a', (byte) 0xC3}).message()).isEqualTo("byte 0xC3 is not UTF-8");
    }

    @Test
    void shouldRefuseControlCharacters() throws Exception {
        Problem problem = problem("name: ask\nabout: a\u0007b");
        assertThat(problem.message()).isEqualTo("the character U+0007 may not stand in YAML");
        assertThat(problem.line() + ":" + problem.column()).isEqualTo("2:9");
    }

    @Test
    void shouldRefuseAFileOfMoreThanAMegabyte() throws Exception {
        assertThat(problem("#".repeat(ScenarioText.MAX_BYTES + 1)).message()).contains("larger than 1 MB");
        assertThat(problem("#".repeat(ScenarioText.MAX_BYTES)).message()).isEqualTo("the file is empty");
    }

    @Test
    void shouldRefuseWhatIsNoFile() {
        assertThat(problem(folder).message()).isEqualTo("is a directory, not a scenario file");
        assertThat(problem(folder.resolve("none.yaml")).message()).isEqualTo("no such file");
        assertThat(problem(folder.resolve("none.yaml")).line()).isZero();
    }

    @Test
    void shouldSayThatAFileMayNotBeRead() throws Exception {
        Path file = Files.writeString(folder.resolve("secret.yaml"), "name: a");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(file)).as("root may read everything").isFalse();
        assertThat(problem(file).message()).isEqualTo("may not be read by this user");
    }

    @Test
    void shouldPointWithACaretUnderTheOffendingText() throws Exception {
        Path file = Files.writeString(folder.resolve("a.yaml"), "app: {ask: {}}\nclients: []\n");
        String rendered = catchThrowableOfType(ScenarioException.class, () -> ScenarioReader.read(file))
                .render();
        assertThat(rendered.lines())
                .containsExactly(
                        file + ":2:1: clients: has 0 items",
                        "     2 | clients: []",
                        "         ^^^^^^^",
                        "    give 1 to 64");
    }

    @Test
    void shouldShowTheNeighbourhoodInALongLineAndNeverDriveTheTerminal() throws Exception {
        Path file = Files.writeString(
                folder.resolve("a.yaml"), "about: \"" + "\u202e".repeat(200) + "\"" + " ".repeat(800) + ": :\n");
        String rendered = catchThrowableOfType(ScenarioException.class, () -> ScenarioReader.read(file))
                .render();
        assertThat(rendered).doesNotContain("\u202e");
        assertThat(rendered.lines()).allMatch(line -> line.length() < 200 || line.startsWith(file.toString()));
    }
}
