package dev.chokepoint.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.chokepoint.programs.chat.ChatLimits;
import dev.chokepoint.programs.chat.guard.Ban;
import dev.chokepoint.programs.chat.guard.FloodRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A chat server's configuration: the reader, the editors' schema and the reference page say the same. */
class ChatFileTest {
    private static final Path REFERENCE = Path.of(System.getProperty("chokepoint.root"), "docs/reference");
    private static final Pattern MISTAKE = Pattern.compile("(?m)^\\| `(.*?)` \\| `(.*?)` \\| `(.*?)` \\|$");
    private static final Pattern SNIPPET = Pattern.compile("(?ms)^```yaml\n(.*?)^```");

    private final EditorSchema schema = new EditorSchema("chat-server.schema.json");

    private static ChatFile read(String yaml) {
        return ChatFile.read(new ScenarioText("chat-server.yaml", yaml));
    }

    private static ScenarioException refusal(String yaml) {
        return catchThrowableOfType(ScenarioException.class, () -> read(yaml));
    }

    private static String page() throws IOException {
        return Files.readString(REFERENCE.resolve("chat-server.md"));
    }

    static List<BadScenario> mistakes() {
        return BadChatFile.all();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void shouldSayWhereAndWhatAndWhatIsAllowed(BadScenario bad) {
        List<Problem> problems = refusal(bad.yaml()).problems();

        assertThat(problems).hasSize(1);
        Problem problem = problems.getFirst();
        assertThat(problem.line() + ":" + problem.column()).isEqualTo(bad.at());
        assertThat(problem.text()).isEqualTo(bad.text());
        assertThat(problem.message()).contains(bad.message());
        assertThat(problem.hint()).contains(bad.hint());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void shouldBeSeenByTheEditorToo(BadScenario bad) {
        assertThat(schema.complaints(bad.yaml()).isEmpty()).isEqualTo(!bad.schemaSees());
    }

    @Test
    void shouldReadAllThatCanStandThere() {
        ChatFile file = read("""
                name: irc.example.net
                about: a line
                network: Example
                motd: |
                  Hello.

                  Bye.
                password: %1$s
                opers: [{name: alice, password: %1$s, from: ["*@10.*", 127.0.0.1]}]
                accounts: [{name: bob, password: %1$s}]
                limits: {connections: 9, per-address: 8, nick-length: 7, channel-length: 10, topic-length: 6, channels: 5, send-queue: 64kB,
                         receive-queue: 2kB, registration: 3s, ping: 4s}
                throttle: {penalty: 2s, burst: 10s}
                k-lines: [{mask: "*bot@*", reason: no bots}]
                d-lines: [{address: 192.0.2.0/24}]
                """.formatted(BadChatFile.HASH));

        assertThat(file.name() + " " + file.network()).isEqualTo("irc.example.net Example");
        assertThat(file.motd()).containsExactly("Hello.", "", "Bye.");
        ChatLimits limits = file.limits();
        assertThat(List.of(limits.nickLength(), limits.channelLength(), limits.topicLength(), limits.channels()))
                .containsExactly(7, 10, 6, 5);
        assertThat(file.config(List.of()).stream().sendLimitBytes()).isEqualTo(64_000);
        assertThat(file.policy().password()).map(Object::toString).contains(BadChatFile.HASH);
        assertThat(file.policy().opers().getFirst().mayComeFrom("x", "127.0.0.1"))
                .isTrue();
        assertThat(file.policy().opers().getFirst().mayComeFrom("x", "127.0.0.2"))
                .isFalse();
        assertThat(file.policy().accounts().getFirst().name()).isEqualTo("bob");
        assertThat(file.policy().flood()).isEqualTo(new FloodRule(2_000_000_000L, 10_000_000_000L));
        assertThat(file.policy().bans()).extracting(Ban::reason).containsExactly("no bots", "no reason given");
        assertThat(file.policy().bans())
                .extracting(ban -> ban.target().toString())
                .containsExactly("*bot@*", "192.0.2.0/24");
        assertThat(List.of(
                        (long) file.policy().connections(),
                        (long) file.policy().perAddress(),
                        (long) file.policy().receiveQueueBytes(),
                        file.policy().registrationNanos(),
                        file.policy().pingNanos()))
                .containsExactly(9L, 8L, 2_000L, 3_000_000_000L, 4_000_000_000L);
    }

    @Test
    void shouldSayEverythingAtOnceInTheOrderOfTheFile() {
        String yaml = """
                name: irc
                opers: [{name: 5, password: x}]
                limits: {ping: 1}
                k-lines: [{mask: "*"}]
                """;
        assertThat(refusal(yaml).problems())
                .extracting(problem -> problem.line() + " " + problem.text())
                .containsExactly("1 irc", "2 5", "2 x", "3 1", "4 \"*\"");
    }

    static Stream<Arguments> sections() {
        return Stream.of(
                Arguments.of("", ChatFileForm.KEYS),
                Arguments.of("/properties/limits", ChatLimitsForm.KEYS),
                Arguments.of("/properties/throttle/anyOf/1", ChatFileForm.THROTTLE_KEYS),
                Arguments.of("/definitions/oper", ChatPeopleForms.OPER_KEYS),
                Arguments.of("/definitions/account", ChatPeopleForms.ACCOUNT_KEYS),
                Arguments.of("/definitions/k-line", ChatBanForms.USERS_KEYS),
                Arguments.of("/definitions/d-line", ChatBanForms.ADDRESSES_KEYS));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void shouldHaveTheReadersKeysInTheSchema(String path, List<String> keys) {
        JsonNode section = schema.tree().at(path);

        assertThat(section.at("/properties").propertyNames()).containsExactlyElementsOf(keys);
        assertThat(section.at("/additionalProperties").booleanValue()).isFalse();
    }

    @Test
    void shouldSayTheReadersDefaultsInTheSchema() {
        StringBuilder yaml = new StringBuilder();
        spell(schema.tree(), "", yaml);
        yaml.append("limits:\n");
        spell(schema.tree().at("/properties/limits"), "  ", yaml);
        yaml.append("throttle:\n");
        spell(schema.tree().at("/properties/throttle/anyOf/1"), "  ", yaml);

        assertThat(yaml).hasLineCount(22);
        assertThat(read(yaml.toString())).isEqualTo(read("{}"));
    }

    private static void spell(JsonNode section, String indent, StringBuilder into) {
        section.at("/properties").propertyStream().forEach(key -> {
            JsonNode said = key.getValue().path("default");
            if (!said.isMissingNode()) {
                String value = said.isString() && said.asString().isEmpty()
                        ? "\"\""
                        : said.isString() ? said.asString() : said.toString();
                into.append(indent)
                        .append(key.getKey())
                        .append(": ")
                        .append(value)
                        .append('\n');
            }
        });
    }

    @Test
    void shouldExplainEveryKeyOnThePage() throws IOException {
        Set<String> keys = new TreeSet<>();
        sections().forEach(section -> keys.addAll(listOfKeys(section)));
        String page = page();

        assertThat(keys).hasSizeGreaterThan(20).allMatch(key -> page.contains("`" + key + "`"));
    }

    @SuppressWarnings("unchecked")
    private static List<String> listOfKeys(Arguments section) {
        return (List<String>) section.get()[1];
    }

    @Test
    void shouldShowAFileThatCanBeReadAndIsGoodInAnEditor() throws IOException {
        List<String> snippets =
                SNIPPET.matcher(page()).results().map(match -> match.group(1)).toList();

        assertThat(snippets).isNotEmpty();
        for (String snippet : snippets) {
            assertThatCode(() -> read(snippet)).doesNotThrowAnyException();
            assertThat(schema.complaints(snippet)).isEmpty();
        }
    }

    @Test
    void shouldQuoteErrorsAsTheyAreSaid() throws IOException {
        String page = page();
        List<MatchResult> mistakes = MISTAKE.matcher(page.substring(page.indexOf("## Errors")))
                .results()
                .toList();

        assertThat(mistakes).hasSizeGreaterThan(5);
        for (MatchResult mistake : mistakes) {
            Problem problem = refusal(mistake.group(1)).problems().getFirst();
            assertThat(problem.message()).isEqualTo(mistake.group(2));
            assertThat(problem.hint()).isEqualTo(mistake.group(3));
        }
        assertThat(page.replace("\n", System.lineSeparator()))
                .contains(refusal("network: Example\nmotd: Be kind.\nname: irc").render());
    }

    @Test
    void shouldPublishTheSchema() throws IOException {
        try (InputStream in = ChatFile.class.getResourceAsStream("chat-server.schema.json")) {
            assertThat(REFERENCE.resolve("chat-server.schema.json")).hasBinaryContent(in.readAllBytes());
        }
    }

    @Test
    void shouldSpeakOfConfigurationsWhereThereIsNone(@TempDir Path folder) throws IOException {
        List<ScenarioException> refusals = new ArrayList<>();
        for (Path path : List.of(folder, folder.resolve("none.yaml"), Files.createFile(folder.resolve("empty.yaml")))) {
            refusals.add(catchThrowableOfType(ScenarioException.class, () -> ChatFile.read(path)));
        }

        assertThat(refusals)
                .extracting(ScenarioException::render)
                .allMatch(text -> !text.contains("scenario"))
                .anyMatch(text -> text.contains("is a directory, not a configuration file"))
                .anyMatch(text -> text.contains("no such file"))
                .anyMatch(text -> text.contains("the file is empty"));
    }

    /** Any bytes are a configuration, or an explanation of what is wrong with them. */
    @FuzzTest(maxDuration = "1m")
    void shouldGiveAConfigurationOrAnExplanation(byte[] bytes) {
        try {
            assertThat(ChatFile.read(ScenarioText.of("fuzz.yaml", bytes)).name())
                    .isNotEmpty();
        } catch (ScenarioException e) {
            assertThat(e.problems()).isNotEmpty().hasSizeLessThanOrEqualTo(100);
        }
    }
}
