package dev.chokepoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.lab.topology.Drawing;
import dev.chokepoint.lab.topology.Drawing.Role;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    /** All that we ever write of Mermaid; none of its characters can end a label. */
    private static final Pattern MERMAID =
            Pattern.compile("""
            flowchart LR
            (    n\\d+(\\(\\[LABEL\\]\\)|\\(\\(LABEL\\)\\)|\\[LABEL\\])
            )+(    n\\d+ <-->(\\|LABEL\\|)? n\\d+
            )*(    classDef chokepoint [a-z:#0-9,-]+
                class n\\d+(,n\\d+)* chokepoint
            )?(    linkStyle \\d+ stroke:#c0392b,stroke-width:4px
            )*""".replace("LABEL", "\"([A-Za-z0-9 .,/%()]|#\\d+;|<br/>)+\""));

    private static final Pattern DRAWING = Pattern.compile("(?s)\n```mermaid\n(.*?)```\n");

    private static String drawing(String markdown) {
        Matcher matcher = DRAWING.matcher(markdown);
        assertThat(matcher.find()).as(markdown).isTrue();
        return matcher.group(1);
    }

    @Test
    void shouldBeginWithTheChokepoint() {
        String text = Markdown.text(Fixture.ask());

        assertThat(text)
                .startsWith("## Chokepoint: ask\n\n**The chokepoint is server lane 0: 40.8 % used, ")
                .contains(
                        "| p99 &lt; 29ms |",
                        "✗ MISSED, 31 ms",
                        "✓ met, ",
                        "| latency p50 | 22.1 ± 0.09 ms | 23.9 ms |",
                        "<summary>Notes</summary>",
                        "./chokepoint run examples/ask.yaml --seed 42");
    }

    @Test
    void shouldDrawTheTopologyAndMarkTheChokepoint() {
        assertThat(drawing(Markdown.text(Fixture.ask())))
                .matches(MERMAID)
                .contains(
                        "n0([\"clients<br/>50 clients\"])",
                        "n1[\"server<br/>1 core, 1 lane\"]",
                        "n0 <-->|\"10 ms, 100 Mbit/s\"| n1",
                        "class n1 chokepoint");
        String link = Mermaid.text(Fixture.ask().drawing(), Optional.of("clients server->clients"));
        assertThat(link).matches(MERMAID).contains("linkStyle 0").doesNotContain("class ");
    }

    @Test
    void shouldLetNoNameBreakTables() {
        String text = Markdown.text(Fixture.hostile());

        assertThat(text.replaceAll("(?s)\n```sh\n.*?\n```\n", "")).doesNotContain("<script", "\u001b", "</title");
        assertThat(drawing(text)).matches(MERMAID);
        assertThat(Markdown.escaped("a|b`c`*d*<i>&@me\n# x"))
                .isEqualTo("a\\|b\\`c\\`\\*d\\*&lt;i&gt;&amp;@\u200bme # x");
        assertThat(Markdown.escaped("$x$ [l](u) ![i](u)")).isEqualTo("\\$x\\$ \\[l\\](u) !\\[i\\](u)");
    }

    @Test
    void shouldKeepToItsGrammarWhateverTheNames() {
        Random random = new Random(7);
        for (int run = 0; run < 2_000; run++) {
            String name = odd(random);
            Drawing drawing = new Drawing(
                    List.of(
                            new Drawing.Node(name, odd(random), Role.SERVER, List.of("x")),
                            new Drawing.Node("b" + name, odd(random), Role.ROUTER, List.of())),
                    List.of(new Drawing.Edge(name, "b" + name, odd(random), "x", "y")));
            assertThat(Mermaid.text(drawing, Optional.of("x"))).matches(MERMAID);
            String cell = Markdown.escaped(name);
            assertThat(cell).doesNotContain("\n", "<");
            assertThat(cell.replaceAll("\\\\.", "")).doesNotContain("|", "`", "*", "[", "$");
        }
    }

    private static String odd(Random random) {
        String pool = "abc019 \"'`|#;:<>&[](){}-=.,/%\\\n\t\u0000\u001bé→😀end";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(pool.charAt(random.nextInt(pool.length())));
        }
        return text.toString();
    }
}
