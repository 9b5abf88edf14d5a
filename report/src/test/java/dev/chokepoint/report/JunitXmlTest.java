package dev.chokepoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunResult;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JunitXmlTest {
    private static final List<World> BOTH = List.of(World.SIMULATION, World.LIVE);

    private static Schema schema() throws Exception {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JunitXmlTest.class.getResource("junit.xsd"));
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static Element first(Document document, String name) {
        return (Element) document.getElementsByTagName(name).item(0);
    }

    @Test
    void shouldFollowTheSchemaThatToolsRead() throws Exception {
        for (RunResult result : List.of(Fixture.ask(), Fixture.voided(), Fixture.silent(), Fixture.hostile())) {
            String xml = JunitXml.text(result, BOTH);
            assertThatCode(() -> schema().newValidator().validate(new StreamSource(new StringReader(xml))))
                    .as(xml)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void shouldHaveACaseForEachObjectiveInEachWorld() throws Exception {
        Document document = parsed(JunitXml.text(Fixture.ask(), BOTH));

        Element suite = first(document, "testsuite");
        assertThat(suite.getAttribute("name")).isEqualTo("ask");
        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("time")).isEqualTo("12.576");
        assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-11-22T18:00:00");
        NodeList cases = document.getElementsByTagName("testcase");
        assertThat(cases.getLength()).isEqualTo(4);
        assertThat(((Element) cases.item(0)).getAttribute("name")).isEqualTo("p99 < 29ms");
        assertThat(((Element) cases.item(0)).getAttribute("classname")).isEqualTo("ask.simulation");
    }

    @Test
    void shouldSayWhatWasMeasuredAndWhatIsAllowed() throws Exception {
        Document document = parsed(JunitXml.text(Fixture.ask(), BOTH));

        long missed = Fixture.ask().verdicts().stream().filter(v -> !v.met()).count();
        assertThat(missed).isPositive();
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo((int) missed);
        assertThat(first(document, "failure").getAttribute("message"))
                .isEqualTo("p99 was 31 ms over real sockets; it must be below 29 ms");
    }

    @Test
    void shouldTellAVoidWorldFromAMissedObjective() throws Exception {
        Document document = parsed(JunitXml.text(Fixture.voided(), BOTH));

        assertThat(document.getElementsByTagName("error").getLength()).isEqualTo(2);
        assertThat(first(document, "error").getAttribute("message")).contains("void", "93 % of a core");
    }

    @Test
    void shouldSkipAWorldThatDidNotGetToRun() throws Exception {
        Document document = parsed(JunitXml.text(Fixture.silent(), BOTH));

        assertThat(first(document, "testsuite").getAttribute("skipped")).isEqualTo("2");
        assertThat(first(document, "skipped").getAttribute("message"))
                .contains("nothing was measured over real sockets", "stopped before");
    }

    @Test
    void shouldReplaceWhatXmlCantCarry() throws Exception {
        assertThat(JunitXml.legal("a\u0000b\u001bc\ufffed\ud800e\tf")).isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde\tf");
        assertThat(JunitXml.legal("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
        assertThat(first(parsed(JunitXml.text(Fixture.hostile(), BOTH)), "testsuite")
                        .getAttribute("name"))
                .startsWith("<script>alert('x')</script>\ufffd[31m");
    }
}
