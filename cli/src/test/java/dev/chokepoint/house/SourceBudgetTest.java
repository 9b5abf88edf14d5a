package dev.chokepoint.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, methods and interfaces stay small, or say why not; and each limit can fail. */
class SourceBudgetTest {
    /** What may be bigger, and the reason: {@code room/src/main/java/.../File.java}, or with {@code #method}, {@code #Interface}. */
    private static final Map<String, String> ALLOWED = Map.of(
            "host/src/main/java/dev/chokepoint/host/Host.java#Host",
            "everything a program may ask of its world, each with its contract; splitting it would hide the list",
            "lab/src/test/java/dev/chokepoint/lab/parity/BrokenDatagramsTest.java#ofMany",
            "a table of defects and the tests that must notice them, one row a line",
            "lab/src/test/java/dev/chokepoint/lab/parity/BrokenWorldsTest.java#defects",
            "a table of defects and the tests that must notice them, one row a line",
            "programs/src/main/java/dev/chokepoint/programs/chat/Event.java#Event",
            "the kinds of events in a chat, one record each; splitting it would hide the list");

    private static final SourceBudget BUDGET = budget(ALLOWED);

    @TempDir
    private Path folder;

    @Test
    void sourcesStayWithinTheBudget() throws IOException {
        assertThat(BUDGET.broken(House.ROOT, sources())).isEmpty();
    }

    @Test
    void aLongFileIsSeen() throws IOException {
        assertThat(broken("class A {\n" + "    // line\n".repeat(399) + "}\n"))
                .singleElement()
                .asString()
                .startsWith("A.java has 401 lines");
        assertThat(broken("class A {\n" + "    // line\n".repeat(398) + "}\n")).isEmpty();
    }

    @Test
    void aLongMethodIsSeen() throws IOException {
        assertThat(broken("class A {\n    void m() {\n" + "        m();\n".repeat(59) + "    }\n}\n"))
                .singleElement()
                .asString()
                .startsWith("A.java#m has 61 lines");
    }

    @Test
    void anInterfaceLongerThanAScreenIsSeen() throws IOException {
        assertThat(broken("/** A. */\ninterface A {\n" + "    int a = 1;\n".repeat(99) + "}\n"))
                .singleElement()
                .asString()
                .startsWith("A.java#A has 10");
    }

    @Test
    void anAllowanceCoversOnlyWhatItNamesAndMustBeNeeded() throws IOException {
        SourceBudget lenient = new SourceBudget(2, 60, 100, Map.of("A.java", "a reason", "B.java", "a reason"));
        Path a = Files.writeString(folder.resolve("A.java"), "class A {\n\n}\n");

        assertThat(lenient.broken(folder, List.of(a)))
                .containsExactly("B.java is within the budget: take it off the allow-list");
    }

    private static SourceBudget budget(Map<String, String> allowed) {
        return new SourceBudget(400, 60, 100, allowed);
    }

    private List<String> broken(String source) throws IOException {
        return budget(Map.of()).broken(folder, List.of(Files.writeString(folder.resolve("A.java"), source)));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> rooms = Files.list(House.ROOT)) {
            List<Path> roots = rooms.map(room -> room.resolve("src"))
                    .filter(Files::isDirectory)
                    .toList();
            return roots.stream().flatMap(SourceBudgetTest::javaFiles).sorted().toList();
        }
    }

    private static Stream<Path> javaFiles(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
