package dev.chokepoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.lab.run.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HtmlReportTest {
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

    @TempDir
    Path folder;

    private static List<String> all(Pattern pattern, String page) {
        List<String> found = new ArrayList<>();
        for (Matcher matcher = pattern.matcher(page); matcher.find(); ) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** The page without its scripts, which nobody wants to read in a failure. */
    private static String markup(RunResult result) {
        return SCRIPT.matcher(HtmlReport.page(result)).replaceAll("");
    }

    @Test
    void shouldSayTheAnswerInItsHeadline() {
        assertThat(markup(Fixture.ask()))
                .contains(
                        "<h1>The chokepoint is server lane 0: 40.8 % used, 1.02 ms per message, so at most 980/s.</h1>")
                .contains("./chokepoint run examples/ask.yaml --seed 42")
                .contains("9c1f03a77be2d045");
    }

    @Test
    void shouldEscapeWhatUsersWrote() {
        String page = markup(Fixture.hostile());

        assertThat(page)
                .doesNotContain("<script>alert")
                .doesNotContain("\u001b")
                .doesNotContain("</title> –");
        assertThat(page).contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
        assertThat(all(SCRIPT, HtmlReport.page(Fixture.hostile()))).hasSize(2);
    }

    @Test
    void shouldAllowOnlyItsOwnScripts() throws Exception {
        String page = HtmlReport.page(Fixture.ask());

        for (String script : all(SCRIPT, page)) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            assertThat(markup(Fixture.ask()))
                    .contains("&#39;sha256-" + Base64.getEncoder().encodeToString(hash) + "&#39;");
        }
        assertThat(markup(Fixture.ask())).contains("default-src &#39;none&#39;");
    }

    @Test
    void shouldCarryItsChartsAndAskForNothing() {
        String page = markup(Fixture.ask());

        assertThat(all(SCRIPT, HtmlReport.page(Fixture.ask())).getFirst()).startsWith("\n/*\n* Licensed to the Apache");
        assertThat(page).doesNotContainPattern("<(link|img|iframe)\\b").doesNotContainPattern("<script[^>]*\\bsrc=");
        assertThat(page).doesNotContain("@import").doesNotContain("url(http");
    }

    @Test
    void shouldDrawWhatWasMeasuredInTheAxisUnit() {
        String page = HtmlReport.page(Fixture.ask());
        JsonNode data = JsonMapper.shared().readTree(all(DATA, page).getFirst());

        assertThat(data.path("unit").asString()).isEqualTo("ms");
        assertThat(data.path("worlds")).hasSize(2);
        JsonNode last =
                data.at("/worlds/0/curve").get(data.at("/worlds/0/curve").size() - 1);
        assertThat(last.get(0).asDouble()).isEqualTo(4_001);
        assertThat(last.get(1).asDouble())
                .isEqualTo(Fixture.ask().worlds().getFirst().latency().maxNanos() / 1e6);
        assertThat(data.at("/phases/segments")).hasSize(9);
    }

    @Test
    void shouldMarkTheChokepointInTheDrawing() {
        String page = HtmlReport.page(Fixture.ask());

        assertThat(page)
                .contains("class=\"host u4 marked\"")
                .contains("▲ chokepoint")
                .contains("role=\"img\"");
    }

    @Test
    void shouldReproduceTheCommandForASingleWorld() {
        assertThat(markup(Fixture.silent())).contains("./chokepoint simulate examples/ask.yaml --seed 42");
        assertThat(Command.of(Fixture.hostile()))
                .startsWith("./chokepoint simulate 'ex amples/")
                .contains("'\\''x'\\''");
    }

    @Test
    void shouldWriteTheFileWhereItIsTold() throws IOException {
        Path file = folder.resolve("reports/ask.html");

        HtmlReport.write(Fixture.ask(), file);

        assertThat(file).isRegularFile();
        assertThat(Files.size(file)).isGreaterThan(500_000);
    }
}
