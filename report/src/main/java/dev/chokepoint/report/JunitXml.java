package dev.chokepoint.report;

import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.lab.run.RunResult.Verdict;
import dev.chokepoint.lab.scenario.Objective;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The objectives as JUnit XML, the form that Surefire writes and that Jenkins, GitLab and GitHub's actions read: one suite, the
 * scenario; one test case for each objective in each world. A missed objective is a failure, a void world an error, and what
 * was not judged is skipped. A scenario without objectives has one case a world: that its run is valid.
 */
final class JunitXml {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final RunResult result;
    private final List<Case> cases = new ArrayList<>();
    private final StringWriter text = new StringWriter();

    private enum Outcome {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED
    }

    private record Case(World world, String name, Outcome outcome, String message) {}

    private JunitXml(RunResult result, List<World> asked) {
        this.result = result;
        for (World world : asked) {
            judge(world);
        }
    }

    static String text(RunResult result, List<World> asked) {
        JunitXml xml = new JunitXml(result, asked);
        try {
            xml.write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("JUnit XML into memory: " + e.getMessage(), e);
        }
        return xml.text.toString();
    }

    private void judge(World world) {
        List<Objective> objectives = result.scenario().objectives();
        if (objectives.isEmpty()) {
            cases.add(ran(world, "the run is valid").orElse(new Case(world, "the run is valid", Outcome.PASSED, "")));
        }
        for (Objective objective : objectives) {
            cases.add(ran(world, objective.text()).orElseGet(() -> judged(world, objective)));
        }
    }

    /** The case of a world that can't be judged. */
    private Optional<Case> ran(World world, String name) {
        Optional<WorldResult> found = of(world);
        if (found.isEmpty()) {
            String why = "not judged: nothing was measured " + Words.in(world)
                    + ", as the run was stopped before, or a note says why";
            return Optional.of(new Case(world, name, Outcome.SKIPPED, why));
        }
        return found.get()
                .voided()
                .map(why -> new Case(world, name, Outcome.ERROR, "void, so nothing was proved: " + why));
    }

    private Case judged(World world, Objective objective) {
        return result.verdicts().stream()
                .filter(verdict ->
                        verdict.world() == world && verdict.objective().equals(objective))
                .findFirst()
                .map(JunitXml::judged)
                .orElseGet(() -> new Case(world, objective.text(), Outcome.SKIPPED, "not judged " + Words.in(world)));
    }

    private static Case judged(Verdict verdict) {
        Objective objective = verdict.objective();
        String what = JsonReport.lower(objective.metric()) + " was "
                + Words.measured(objective.metric(), verdict.measured()) + " " + Words.in(verdict.world())
                + "; it must be " + (objective.below() ? "below " : "above ")
                + Words.measured(objective.metric(), objective.limit());
        return new Case(verdict.world(), objective.text(), verdict.met() ? Outcome.PASSED : Outcome.FAILURE, what);
    }

    private Optional<WorldResult> of(World world) {
        return result.worlds().stream().filter(each -> each.world() == world).findFirst();
    }

    private void write() throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        line(xml, 0);
        xml.writeStartElement("testsuites");
        attribute(xml, "name", "chokepoint");
        counts(xml);
        suite(xml);
        line(xml, 0);
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
        text.append('\n');
    }

    private void suite(XMLStreamWriter xml) throws XMLStreamException {
        line(xml, 1);
        xml.writeStartElement("testsuite");
        attribute(xml, "name", result.scenario().name());
        counts(xml);
        attribute(xml, "skipped", count(Outcome.SKIPPED));
        attribute(xml, "timestamp", TIME.format(result.startedAt()));
        properties(xml);
        for (Case each : cases) {
            testcase(xml, each);
        }
        line(xml, 1);
        xml.writeEndElement();
    }

    private void counts(XMLStreamWriter xml) throws XMLStreamException {
        attribute(xml, "tests", Integer.toString(cases.size()));
        attribute(xml, "failures", count(Outcome.FAILURE));
        attribute(xml, "errors", count(Outcome.ERROR));
        long nanos =
                result.worlds().stream().mapToLong(WorldResult::elapsedNanos).sum();
        attribute(xml, "time", seconds(nanos));
    }

    private String count(Outcome outcome) {
        return Long.toString(
                cases.stream().filter(each -> each.outcome() == outcome).count());
    }

    private void properties(XMLStreamWriter xml) throws XMLStreamException {
        line(xml, 2);
        xml.writeStartElement("properties");
        property(xml, "scenario", result.scenarioFile());
        property(xml, "seed", Long.toString(result.scenario().seed()));
        property(xml, "machine", result.machine());
        property(xml, "chokepoint.version", About.version());
        property(xml, "answer", Answer.of(result).headline());
        property(xml, "command", Command.of(result));
        line(xml, 2);
        xml.writeEndElement();
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        line(xml, 3);
        xml.writeEmptyElement("property");
        attribute(xml, "name", name);
        attribute(xml, "value", value);
    }

    private void testcase(XMLStreamWriter xml, Case each) throws XMLStreamException {
        line(xml, 2);
        xml.writeStartElement("testcase");
        attribute(xml, "classname", result.scenario().name() + "." + JsonReport.lower(each.world()));
        attribute(xml, "name", each.name());
        attribute(
                xml,
                "time",
                seconds(of(each.world()).map(WorldResult::elapsedNanos).orElse(0L)));
        switch (each.outcome()) {
            case PASSED -> {}
            case FAILURE -> problem(xml, "failure", "objective missed", each.message());
            case ERROR -> problem(xml, "error", "void", each.message());
            case SKIPPED -> {
                line(xml, 3);
                xml.writeEmptyElement("skipped");
                attribute(xml, "message", each.message());
            }
        }
        line(xml, 2);
        xml.writeEndElement();
    }

    private static void problem(XMLStreamWriter xml, String element, String type, String message)
            throws XMLStreamException {
        line(xml, 3);
        xml.writeStartElement(element);
        attribute(xml, "message", message);
        attribute(xml, "type", type);
        xml.writeCharacters(legal(message));
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
    }

    /** XML 1.0, production 2: what is no character there can't be written, not even escaped. */
    static String legal(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(c -> isLegal(c) ? c : 0xFFFD).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
