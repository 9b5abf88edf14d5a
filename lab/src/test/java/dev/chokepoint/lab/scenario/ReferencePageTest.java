package dev.chokepoint.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.chokepoint.programs.ask.AskLoad;
import dev.chokepoint.programs.ask.AskServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The reference page tells the truth: its keys, defaults, snippets and error texts are the reader's. */
class ReferencePageTest {
    private static final Pattern SNIPPET = Pattern.compile("(?ms)^```yaml\n(.*?)^```");
    private static final Pattern MISTAKE = Pattern.compile("(?m)^\\| `(.*?)` \\| `(.*?)` \\| `(.*?)` \\|$");

    private final String page = read();
    private final EditorSchema schema = new EditorSchema();

    private static String read() {
        try {
            return Files.readString(Path.of(System.getProperty("chokepoint.root"), "docs/reference/scenario.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldExplainEveryKeyOfTheSchema() {
        Set<String> keys = new TreeSet<>();
        collectKeys(schema.tree(), keys);
        assertThat(keys).hasSizeGreaterThan(40).allMatch(key -> page.contains("`" + key + "`"));
    }

    private static void collectKeys(JsonNode node, Set<String> into) {
        if (node.path("additionalProperties").isBoolean()) {
            into.addAll(node.path("properties").propertyNames());
        }
        node.forEach(child -> collectKeys(child, into));
    }

    @Test
    void shouldNameEveryUnitAndMetric() {
        for (Dimension dimension : Dimension.values()) {
            assertThat(dimension.symbols()).allMatch(symbol -> page.contains("`" + symbol + "`"));
        }
        assertThat(ObjectiveForm.names()).allMatch(name -> page.contains("`" + name + "`"));
    }

    @Test
    void shouldSayTheSmallestMessages() {
        assertThat(page)
                .contains("`" + AskLoad.minimumRequestBytes() + "B` (its head)")
                .contains("`" + AskServer.minimumResponseBytes() + "B` (its head)");
    }

    @Test
    void shouldShowSnippetsThatCanBeReadAndAreGoodInAnEditor() {
        List<String> snippets =
                SNIPPET.matcher(page).results().map(match -> match.group(1)).toList();
        assertThat(snippets).hasSizeGreaterThan(3);
        for (String snippet : snippets) {
            ScenarioReader.read(new ScenarioText("scenario.md", snippet));
            assertThat(schema.complaints(snippet)).isEmpty();
        }
    }

    @Test
    void shouldQuoteErrorsAsTheyAreSaid() {
        List<MatchResult> mistakes = MISTAKE.matcher(page.substring(page.indexOf("## Errors")))
                .results()
                .toList();
        assertThat(mistakes).hasSizeGreaterThan(8);
        for (MatchResult mistake : mistakes) {
            Problem problem = problem(mistake.group(1));
            assertThat(problem.message()).isEqualTo(mistake.group(2));
            assertThat(problem.hint()).isEqualTo(mistake.group(3));
        }
    }

    @Test
    void shouldShowARenderedErrorAsItIsPrinted() {
        String yaml = "app: {ask: {}}\nclients:\n- load: {poisson: 9/s}\n  link: {latancy: 20ms}";
        assertThat(page.replace("\n", System.lineSeparator())).contains(rendered("ask.yaml", yaml));
    }

    private static String rendered(String file, String yaml) {
        return catchThrowableOfType(ScenarioException.class, () -> ScenarioReader.read(new ScenarioText(file, yaml)))
                .render();
    }

    private static Problem problem(String mistake) {
        boolean ofLink = mistake.startsWith("latency") || mistake.startsWith("bandwidth");
        String rest = ofLink ? "  link: {" + mistake + "}" : mistake;
        String yaml = "app: {ask: {}}\nclients:\n- load: {poisson: 9/s}\n" + rest;
        return catchThrowableOfType(
                        ScenarioException.class, () -> ScenarioReader.read(new ScenarioText("bad.yaml", yaml)))
                .problems()
                .getFirst();
    }
}
